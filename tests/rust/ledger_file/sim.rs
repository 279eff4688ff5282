//! A file system that fails as told, fills up, and loses and reorders what was not synced when the power fails.
//!
//! A file has what programs see of it and what is on the disk; between the two lie the writes since the last sync, of which a
//! failure of power keeps any, sector by sector. Names lie in their folder likewise. A sync that fails leaves its pages clean: the
//! next one says that all is well, and what was written is lost all the same (Rebello et al., ATC 2020).

use greenboard::ledger::store::file::disk::{Disk, Handle, Open, Stat};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

const SECTOR: usize = 512;

/// A disk of files in memory.
#[derive(Clone, Default)]
pub struct SimDisk(Arc<Mutex<World>>);

#[derive(Default, Clone)]
struct World {
    files: Vec<SimFile>,
    names: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
    /// The names that are on the disk, and what was done to names since their folder was synced.
    kept_names: BTreeMap<PathBuf, usize>,
    pending_names: Vec<(PathBuf, Option<usize>)>,
    faults: Faults,
    locked: Option<usize>,
    /// What there was when the power failed.
    frozen: Option<Box<World>>,
}

/// What goes wrong from now on.
#[derive(Default, Clone)]
pub struct Faults {
    /// The next so many syncs of files fail.
    pub failing_syncs: u32,
    /// So many bytes can still be written; then the disk is full.
    pub room: Option<usize>,
    /// Cutting a file fails.
    pub no_cutting: bool,
    /// The power fails before so many changes more are done; programs do not notice until they look.
    pub power: Option<u32>,
    /// How many syncs were asked for.
    pub syncs: u32,
}

#[derive(Default, Clone)]
struct SimFile {
    seen: Vec<u8>,
    kept: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut(usize),
}

impl SimDisk {
    fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap()
    }

    pub fn faults<T>(&self, change: impl FnOnce(&mut Faults) -> T) -> T {
        change(&mut self.world().faults)
    }

    /// Whether the power has failed.
    pub fn is_dark(&self) -> bool {
        self.world().frozen.is_some()
    }

    /// One more change, before it is done.
    fn change(&self) -> MutexGuard<'_, World> {
        let mut world = self.world();
        match &mut world.faults.power {
            Some(0) => {
                world.faults.power = None;
                world.frozen = Some(Box::new(world.clone()));
            }
            Some(left) => *left -= 1,
            None => {}
        }
        world
    }

    /// What is on the disk after the power has failed, when it did or now.
    pub fn crash(&self, dice: &mut Dice) -> Self {
        let world = self.world();
        let world = world.frozen.as_deref().unwrap_or(&world);
        let mut names = world.kept_names.clone();
        for (path, file) in &world.pending_names {
            // What happens to names comes to the disk in any order, or not at all.
            if !dice.once_in(3) {
                match file {
                    Some(file) => names.insert(path.clone(), *file),
                    None => names.remove(path),
                };
            }
        }
        let files: Vec<SimFile> = world.files.iter().map(|file| file.crashed(dice)).collect();
        let folders = world.folders.clone();
        Self(Arc::new(Mutex::new(World {
            files,
            kept_names: names.clone(),
            names,
            folders,
            ..World::default()
        })))
    }

    /// A name's bytes, for looking at.
    pub fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        let world = self.world();
        world.names.get(path).map(|file| world.files[*file].seen.clone())
    }
}

impl SimFile {
    fn crashed(&self, dice: &mut Dice) -> Self {
        let mut kept = self.kept.clone();
        // Now and then all or nothing of it, which is what mostly happens.
        let mood = dice.below(4);
        for change in &self.pending {
            match change {
                Change::Cut(length) if mood == 0 || dice.once_in(2) => kept.truncate(*length),
                Change::Cut(_) => {}
                Change::Write { at, bytes } => {
                    let mut from = 0;
                    while from < bytes.len() {
                        let to = bytes.len().min(from + SECTOR - (at + from) % SECTOR);
                        let keeps = match mood {
                            0 => true,
                            1 => false,
                            _ => dice.once_in(2),
                        };
                        if keeps {
                            let end = at + to;
                            if kept.len() < end {
                                kept.resize(end, 0);
                            }
                            kept[at + from..end].copy_from_slice(&bytes[from..to]);
                        }
                        from = to;
                    }
                }
            }
        }
        // A length that came to the disk before what it counts.
        if mood == 3 && kept.len() < self.seen.len() && dice.once_in(2) {
            kept.resize(self.seen.len(), 0);
        }
        Self { seen: kept.clone(), kept, pending: Vec::new() }
    }
}

struct SimHandle {
    disk: SimDisk,
    file: usize,
    appending: bool,
}

fn not_found() -> io::Error {
    io::ErrorKind::NotFound.into()
}

impl Disk for SimDisk {
    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let world = self.world();
        let inside = world.names.keys().filter(|path| path.parent() == Some(folder));
        Ok(inside.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect())
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let mut world = self.world();
        world.folders.extend(folder.ancestors().map(Path::to_owned));
        Ok(())
    }

    fn open(&self, path: &Path, how: Open) -> io::Result<Box<dyn Handle>> {
        let mut world = self.change();
        let file = match (world.names.get(path).copied(), how) {
            (Some(_), Open::New) => return Err(io::ErrorKind::AlreadyExists.into()),
            (Some(file), _) => file,
            (None, Open::Read) => return Err(not_found()),
            (None, _) if !world.folders.contains(path.parent().unwrap()) => return Err(not_found()),
            (None, _) => {
                world.files.push(SimFile::default());
                let file = world.files.len() - 1;
                world.names.insert(path.to_owned(), file);
                world.pending_names.push((path.to_owned(), Some(file)));
                file
            }
        };
        Ok(Box::new(SimHandle { disk: self.clone(), file, appending: how != Open::Read }))
    }

    fn stat(&self, path: &Path) -> io::Result<Option<Stat>> {
        let world = self.world();
        if world.folders.contains(path) {
            return Ok(Some(Stat { length: 0, identity: None }));
        }
        Ok(world.names.get(path).map(|file| world.stat(*file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut world = self.change();
        let file = world.names.remove(from).ok_or_else(not_found)?;
        world.names.insert(to.to_owned(), file);
        // The new name takes the place of the old one in one step; a crash may leave the old one beside it.
        world.pending_names.push((to.to_owned(), Some(file)));
        world.pending_names.push((from.to_owned(), None));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut world = self.change();
        world.names.remove(path).ok_or_else(not_found)?;
        world.pending_names.push((path.to_owned(), None));
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let world = &mut *self.change();
        let (synced, pending): (Vec<_>, Vec<_>) =
            world.pending_names.drain(..).partition(|(path, _)| path.parent() == Some(folder));
        world.pending_names = pending;
        for (path, file) in synced {
            match file {
                Some(file) => world.kept_names.insert(path, file),
                None => world.kept_names.remove(&path),
            };
        }
        Ok(())
    }
}

impl World {
    fn stat(&self, file: usize) -> Stat {
        Stat { length: self.files[file].seen.len() as u64, identity: Some(file as u64) }
    }
}

impl Handle for SimHandle {
    fn stat(&self) -> io::Result<Stat> {
        Ok(self.disk.world().stat(self.file))
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let world = self.disk.world();
        let rest = world.files[self.file].seen.get(offset as usize..).unwrap_or_default();
        let read = rest.len().min(buffer.len());
        buffer[..read].copy_from_slice(&rest[..read]);
        Ok(read)
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        assert!(self.appending);
        let world = &mut *self.disk.change();
        let room = world.faults.room.unwrap_or(usize::MAX);
        let fits = &bytes[..bytes.len().min(room)];
        let file = &mut world.files[self.file];
        file.pending.push(Change::Write { at: file.seen.len(), bytes: fits.to_vec() });
        file.seen.extend_from_slice(fits);
        if let Some(room) = &mut world.faults.room {
            *room -= fits.len();
        }
        if fits.len() < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        let world = &mut *self.disk.change();
        if world.faults.no_cutting {
            return Err(io::Error::other("it cannot be cut"));
        }
        let file = &mut world.files[self.file];
        file.seen.truncate(length as usize);
        file.pending.push(Change::Cut(length as usize));
        Ok(())
    }

    fn sync(&self) -> io::Result<()> {
        let world = &mut *self.disk.change();
        world.faults.syncs += 1;
        let file = &mut world.files[self.file];
        let failing = world.faults.failing_syncs > 0;
        // Clean from now on, whether it came to the disk or not.
        for change in file.pending.drain(..).filter(|_| !failing) {
            match change {
                Change::Cut(length) => file.kept.truncate(length),
                Change::Write { at, bytes } => {
                    if file.kept.len() < at + bytes.len() {
                        file.kept.resize(at + bytes.len(), 0);
                    }
                    file.kept[at..at + bytes.len()].copy_from_slice(&bytes);
                }
            }
        }
        if failing {
            world.faults.failing_syncs -= 1;
            return Err(io::Error::other("the device does not answer"));
        }
        Ok(())
    }

    fn lock(&self) -> io::Result<()> {
        let mut world = self.disk.world();
        assert_eq!(world.locked, None, "a second lock would wait for ever");
        world.locked = Some(self.file);
        Ok(())
    }

    fn lock_shared(&self) -> io::Result<()> {
        self.lock()
    }

    fn unlock(&self) -> io::Result<()> {
        assert_eq!(self.disk.world().locked.take(), Some(self.file));
        Ok(())
    }
}

/// Numbers that look random and are the same every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below a number.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// Once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}
