"""Snapshots as text, one per file, so that a difference reads like a page."""

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class AsText(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"
