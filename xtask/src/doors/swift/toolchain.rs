//! A Swift compiler: the machine's own, or Debian's in a folder of its own.
//!
//! Debian has Swift from trixie on, and it needs that release's C library: so a whole small trixie
//! goes into `target/swift-root`, and programs run in it by `chroot`. What it needs mounted is mounted
//! in a mount namespace of that one command: nothing stays behind however the command ends, and
//! `cargo clean` never meets a mount.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use crate::{command::Command, tools};

/// The release of Debian that Swift is taken from.
const RELEASE: &str = "trixie";

/// What goes into the folder. Certificates: rustls asks the machine for its roots.
const PACKAGES: &str = "swiftlang libc6-dev libstdc++-14-dev ca-certificates";

/// `sh -ec MOUNTED sh ROOT PACKAGE PROGRAM ...` runs a program in the folder, the package at `/avalo`.
const MOUNTED: &str = r#"
    root=$1 package=$2
    shift 2
    mount --bind /proc "$root/proc"
    mount --bind /dev "$root/dev"
    mount --bind "$package" "$root/avalo"
    exec chroot "$root" "$@"
"#;

/// `sh -ec INSTALL sh ROOT RELEASE MIRROR LOG PACKAGES` fills the folder.
const INSTALL: &str = r#"
    root=$1 release=$2 mirror=$3 log=$4 packages=$5
    exec > "$log" 2>&1 < /dev/null
    debootstrap --variant=minbase "$release" "$root" "$mirror"
    printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
    mkdir -p "$root/avalo"
    mount --bind /proc "$root/proc"
    mount --bind /dev "$root/dev"
    export DEBIAN_FRONTEND=noninteractive LC_ALL=C
    chroot "$root" apt-get -o Acquire::Retries=3 update
    chroot "$root" apt-get -o Acquire::Retries=3 install -y --no-install-recommends $packages
    chroot "$root" apt-get clean
    chroot "$root" swiftc --version
"#;

pub(super) enum Toolchain {
    /// In the search path.
    Own,
    /// In this folder.
    Folder(PathBuf),
}

/// A toolchain, installed if need be; or why there can be none on this machine.
///
/// # Errors
///
/// When it could be installed, but that failed.
pub(super) fn find(root: &Path) -> Result<Result<Toolchain, String>, String> {
    if tools::has("swiftc") {
        return Ok(Ok(Toolchain::Own));
    }
    let folder = crate::target(root).join("swift-root");
    // Written last: a folder without it was left half made.
    let complete = folder.join(".avalo-complete");
    if complete.is_file() {
        return Ok(Ok(Toolchain::Folder(folder)));
    }
    if !tools::is_superuser() || !tools::has("apt-get") {
        return Ok(Err("missing: swiftc (as root on Debian it would be installed by itself)".to_owned()));
    }
    if let Err(why) = tools::need("debootstrap", "debootstrap", root) {
        return Ok(Err(why));
    }
    install(root, &folder)?;
    fs::write(&complete, RELEASE).map_err(|error| format!("{}: {error}", complete.display()))?;
    Ok(Ok(Toolchain::Folder(folder)))
}

fn install(root: &Path, folder: &Path) -> Result<(), String> {
    let mirror = mirror(root)?;
    clear(folder)?;
    println!("installing Swift: 600 MB to fetch, 2.7 GB in {}, about 3 minutes ...", folder.display());
    let log = folder.with_extension("log");
    let installed = Command::new("unshare", root)
        .args(["--mount", "sh", "-ec", INSTALL, "sh"])
        .args([folder.as_os_str(), RELEASE.as_ref(), mirror.as_ref(), log.as_os_str(), PACKAGES.as_ref()])
        .status();
    if installed.is_ok_and(|installed| installed) {
        return Ok(());
    }
    let said = fs::read_to_string(&log).unwrap_or_default();
    let last: Vec<&str> = said.lines().rev().take(15).collect();
    let last: Vec<&str> = last.into_iter().rev().collect();
    Err(format!("Swift was not installed; {} ends in:\n{}", log.display(), last.join("\n")))
}

/// Removes what an earlier try left, unless something is mounted in it.
fn clear(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    let at = |error| format!("{}: {error}", folder.display());
    let folder = folder.canonicalize().map_err(at)?;
    let mounts = fs::read_to_string("/proc/self/mounts").map_err(at)?;
    if let Some(mount) = mounts
        .lines()
        .filter_map(|line| line.split(' ').nth(1))
        .find(|mount| Path::new(mount).starts_with(&folder))
    {
        return Err(format!("{mount} is mounted: unmount it, then try again"));
    }
    fs::remove_dir_all(&folder).map_err(at)
}

/// Where this machine itself gets Debian from.
fn mirror(root: &Path) -> Result<String, String> {
    let ask = || {
        let said = Command::new("apt-get", root)
            .args(["indextargets", "--format", "$(ORIGIN) $(CODENAME) $(REPO_URI)", "Created-By: Packages"])
            .read();
        said.ok().and_then(|said| main_archive(&said.output).map(str::to_owned))
    };
    // Before its first update apt does not know whose archives these are.
    let again = || {
        let _ = Command::new("apt-get", root).args(["update"]).read();
        ask()
    };
    ask().or_else(again).ok_or_else(|| "apt knows no archive of Debian to take Swift from".to_owned())
}

/// The first of Debian's archives that is neither for updates nor for security.
fn main_archive(targets: &str) -> Option<&str> {
    targets.lines().find_map(|line| {
        let mut words = line.split(' ');
        let (origin, codename, uri) = (words.next()?, words.next()?, words.next()?);
        (origin == "Debian" && !codename.contains('-')).then_some(uri)
    })
}

impl Toolchain {
    /// Where a program of this toolchain sees the package.
    pub(super) fn sees(&self, package: &Path) -> PathBuf {
        match self {
            Self::Own => package.to_owned(),
            Self::Folder(_) => "/avalo".into(),
        }
    }

    /// A program of this toolchain, or one that it built.
    pub(super) fn command(&self, root: &Path, package: &Path, program: impl AsRef<OsStr>) -> Command {
        match self {
            Self::Own => Command::new(program, root),
            Self::Folder(folder) => Command::new("unshare", root)
                .args(["--mount", "sh", "-ec", MOUNTED, "sh"])
                .args([folder.as_os_str(), package.as_os_str(), program.as_ref()])
                .env("TMPDIR", "/tmp"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::main_archive;

    #[test]
    fn the_mirror_is_that_of_the_main_archive() {
        let targets = "  https://tools.example/apt/\n\
                       Debian bookworm-security https://mirror.example/debian-security/\n\
                       Debian bookworm https://mirror.example/debian/\n";
        assert_eq!(main_archive(targets), Some("https://mirror.example/debian/"));
        assert_eq!(main_archive(""), None);
    }
}
