//! Service level objectives as Keptn scores them.
