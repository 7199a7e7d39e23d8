"""Where a SQLite file may lie."""

from __future__ import annotations

from pathlib import Path

import psutil

from workbench.errors import StoreOnNetworkDrive

# Locks on these are either not passed on to the other machines or can be lost when the connection drops.
_NETWORK = {
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "ncpfs", "afs", "9p", "drvfs",
    "ceph", "glusterfs", "lustre", "gpfs", "beegfs", "vboxsf", "prl_fs", "vmhgfs",
    "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph",
    "fuse.vmhgfs-fuse", "fuse.smbnetfs", "osxfuse", "macfuse",
}  # fmt: skip


def filesystem_type(path: Path) -> str:
    """Name the kind of file system that the path lies on, as the system's list of mounts calls it; "" if unknown."""
    resolved = path.resolve()
    mounts = {Path(part.mountpoint): part.fstype.lower() for part in psutil.disk_partitions(all=True)}
    for folder in (resolved, *resolved.parents):
        if folder in mounts:
            return mounts[folder]
    return ""


def refuse_network_drive(path: Path) -> None:
    """Refuse a path on a network drive, where SQLite's locks cannot be trusted.

    Raises
    ------
    StoreOnNetworkDrive
        With the way out.
    """
    kind = filesystem_type(path)
    if kind in _NETWORK:
        raise StoreOnNetworkDrive(
            f"{path} lies on a network drive ({kind}). Several people writing there can damage the file, so nothing "
            "was opened. Put the store on a disk of the machine that runs the meeting, for example by setting "
            "WORKBENCH_STORE=~/.workbench/meeting.db, and copy the finished file to the drive afterwards."
        )
