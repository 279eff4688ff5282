//! Public keys, as they are handed over.

use crate::Result;
use crate::document::{Node, Read, shorten};
use crate::tool::ToolError;
use base64::Engine as _;
use ed25519_dalek::VerifyingKey as Ed25519Key;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature as P256Signature, VerifyingKey as P256Key};
use schemars::JsonSchema;
use serde::Serialize;

/// How a key's signatures are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum KeyAlgorithm {
    /// Ed25519 (RFC 8032).
    Ed25519,
    /// ECDSA over P-256 with SHA-256.
    EcdsaP256,
}

impl KeyAlgorithm {
    /// Every algorithm.
    pub const ALL: &'static [Self] = &[Self::Ed25519, Self::EcdsaP256];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::EcdsaP256 => "ecdsa_p256",
        }
    }
}

crate::document::names!(KeyAlgorithm: "algorithm of a key");

/// A public key under which signatures are good.
///
/// ```
/// use greenboard::tool::dsse::{KeyAlgorithm, PublicKey};
///
/// let pem = "-----BEGIN PUBLIC KEY-----
/// MCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=
/// -----END PUBLIC KEY-----";
/// let key = PublicKey::parse(pem)?;
/// assert_eq!(key.algorithm(), KeyAlgorithm::Ed25519);
/// assert_eq!(key, PublicKey::parse("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")?);
/// assert_eq!(PublicKey::parse("ssh-ed25519 AAAA").unwrap_err().code(), "tool.invalid_key");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(Key);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Key {
    Ed25519(Ed25519Key),
    P256(P256Key),
}

/// What a SubjectPublicKeyInfo in DER begins with, up to the key itself.
const ED25519_INFO: &[u8] = &[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const P256_INFO: &[u8] = &[
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];
const P256_COMPRESSED_INFO: &[u8] = &[
    0x30, 0x39, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x22, 0x00,
];

const PEM_BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const PEM_END: &str = "-----END PUBLIC KEY-----";

/// Longer than any key here in any notation.
const LONGEST: usize = 4096;

impl PublicKey {
    /// The key that a text is: PEM (`BEGIN PUBLIC KEY`), or hexadecimal or base64 digits of what [`from_bytes`](Self::from_bytes)
    /// takes.
    ///
    /// # Errors
    /// `tool.invalid_key`.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        if text.len() > LONGEST {
            return Err(invalid(text));
        }
        let bytes = if let Some(body) = text.strip_prefix(PEM_BEGIN) {
            let Some((body, _)) = body.split_once(PEM_END) else { return Err(invalid(text)) };
            let digits: String = body.split_ascii_whitespace().collect();
            decode(&digits)
        } else {
            hex(text).or_else(|| decode(text))
        };
        bytes.and_then(|bytes| Self::of(&bytes)).ok_or_else(|| invalid(text))
    }

    /// The key that bytes are: DER (SubjectPublicKeyInfo), the 32 bytes of an Ed25519 key, or a point of P-256 (SEC 1, 33 bytes
    /// compressed or 65).
    ///
    /// ```
    /// use greenboard::tool::dsse::{KeyAlgorithm, PublicKey};
    /// let point = "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    /// assert_eq!(PublicKey::parse(point)?.algorithm(), KeyAlgorithm::EcdsaP256);
    /// assert!(PublicKey::from_bytes(&[0; 12]).is_err());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `tool.invalid_key`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Self::of(bytes)
            .ok_or_else(|| ToolError::InvalidKey { input: format!("{} bytes", bytes.len()) }.into())
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let raw =
            [ED25519_INFO, P256_INFO, P256_COMPRESSED_INFO].iter().find_map(|info| bytes.strip_prefix(*info));
        let raw = raw.unwrap_or(bytes);
        match raw.len() {
            32 => Some(Self(Key::Ed25519(Ed25519Key::from_bytes(raw.try_into().ok()?).ok()?))),
            33 | 65 => Some(Self(Key::P256(P256Key::from_sec1_bytes(raw).ok()?))),
            _ => None,
        }
    }

    /// How its signatures are made.
    pub fn algorithm(&self) -> KeyAlgorithm {
        match self.0 {
            Key::Ed25519(_) => KeyAlgorithm::Ed25519,
            Key::P256(_) => KeyAlgorithm::EcdsaP256,
        }
    }

    /// What it is called here: the digest of its SubjectPublicKeyInfo, `sha256:` and hexadecimal digits.
    ///
    /// ```
    /// use greenboard::tool::dsse::PublicKey;
    /// let key = PublicKey::parse("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")?;
    /// assert!(key.id().starts_with("sha256:"));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn id(&self) -> String {
        crate::document::digest_text(self.info())
    }

    /// Its SubjectPublicKeyInfo in DER.
    fn info(&self) -> Vec<u8> {
        match &self.0 {
            Key::Ed25519(key) => [ED25519_INFO, key.as_bytes()].concat(),
            Key::P256(key) => [P256_INFO, key.to_sec1_point(false).as_bytes()].concat(),
        }
    }

    /// Whether a signature of a message was made with it. One of P-256 may be the two numbers side by side, or DER.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match &self.0 {
            // Strict: no signature that another library might refuse.
            Key::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            Key::P256(key) => {
                let plain = P256Signature::from_slice(signature);
                let der = P256Signature::from_der(signature);
                [plain, der].into_iter().flatten().any(|signature| key.verify(message, &signature).is_ok())
            }
        }
    }
}

impl Read for PublicKey {
    fn read(node: &Node) -> Result<Self> {
        node.parsed(Self::parse)
    }
}

/// As text: base64 of its SubjectPublicKeyInfo, which is what PEM has between its lines.
impl Serialize for PublicKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::engine::general_purpose::STANDARD.encode(self.info()))
    }
}

impl JsonSchema for PublicKey {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PublicKey".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

fn invalid(text: &str) -> crate::Error {
    // A private key put here by mistake must not come back in a message.
    let input =
        if text.contains("PRIVATE") { "a private key".to_owned() } else { format!("{:?}", shorten(text)) };
    ToolError::InvalidKey { input }.into()
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

/// Base64 in either alphabet, padded or not.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    use base64::alphabet::{STANDARD, URL_SAFE};
    use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let alphabet = if text.contains(['-', '_']) { &URL_SAFE } else { &STANDARD };
    GeneralPurpose::new(alphabet, config).decode(text).ok()
}
