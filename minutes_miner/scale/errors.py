"""What can go wrong beyond one machine.

MinutesMinerError
├── InputError
│   ├── ResultsMissing, ResultsUnfinished, ResultsDamaged  (exit 3)  a folder of results that cannot be loaded
│   └── AddressUnknown      (exit 2)
├── OutputError
│   ├── ResultsDiffer       (exit 5)  a folder that holds the results of another model, program or settings
│   ├── WorkerDiffers       (exit 5)  a worker that has another model or program than whoever gives the work
│   └── ClusterUnreachable, ClusterLost  (exit 5)
└── PackageMissing          (exit 2)  an address or an engine whose package is not installed
"""

from __future__ import annotations

from minutes_miner.errors import InputError, MinutesMinerError, OutputError


class PackageMissing(MinutesMinerError):
    """What is asked for needs a package that is not installed; `packages` says which to install."""

    code = "package_missing"
    exit_code = 2
    sentences = {
        "id": "{where}: untuk ini perlu paket tambahan. Pasang dengan: pip install {packages}",
        "en": "{where}: this needs another package. Install it with: pip install {packages}",
    }


class AddressUnknown(InputError):
    """An address of a kind that nothing here opens."""

    code = "address_unknown"
    exit_code = 2
    sentences = {
        "id": "{where}: jenis alamat ini tidak dikenal. Pakai jalur folder, s3://wadah/folder, atau alamat lain yang dibuka fsspec.",
        "en": "{where}: this kind of address is not known. Give a path, s3://bucket/folder, or another address that fsspec opens.",
    }


class ResultsMissing(InputError):
    """There is no manifest at the address."""

    code = "results_missing"
    sentences = {
        "id": "{where}: di sini tidak ada hasil indeks. Buat dulu dengan: minutes-miner index SUMBER --engine dask --to {where}",
        "en": "{where}: there are no results of indexing here. Make them with: minutes-miner index SOURCE --engine dask --to {where}",
    }


class ResultsUnfinished(InputError):
    """Some shards are not there yet."""

    code = "results_unfinished"
    sentences = {
        "id": "{where}: {missing} dari {shards} bagian belum ada. Jalankan perintah index yang sama lagi sampai selesai, lalu muat lagi; "
        "yang sudah dimuat tidak diulang.",
        "en": "{where}: {missing} of {shards} shards are not there yet. Give the same index command again until it is done, then load "
        "again; what is loaded is not loaded twice.",
    }


class ResultsDamaged(InputError):
    """A file of the results is not what was written."""

    code = "results_damaged"
    sentences = {
        "id": "{where}: berkas hasil ini rusak. Hapus berkas ini, jalankan perintah index yang sama lagi, lalu muat lagi.",
        "en": "{where}: this file of results is damaged. Delete it, give the same index command again, then load again.",
    }


class ResultsDiffer(OutputError):
    """The folder holds results that were made otherwise, and two kinds in one folder would be a mixture."""

    code = "results_differ"
    sentences = {
        "id": "{where}: folder ini berisi hasil dengan {what} lain ({there}, sekarang {here}). Pilih folder lain dengan --to.",
        "en": "{where}: this folder holds results of another {what} ({there}, now {here}). Choose another folder with --to.",
    }


class WorkerDiffers(OutputError):
    """A worker would give other results."""

    code = "worker_differs"
    sentences = {
        "id": "{where}: pekerja ini memakai {what} lain ({there}, di sini {here}). Pasang versi yang sama di semua mesin.",
        "en": "{where}: this worker has another {what} ({there}, here {here}). Install the same version on every machine.",
    }


class ClusterUnreachable(OutputError):
    """No scheduler answers."""

    code = "cluster_unreachable"
    sentences = {
        "id": "{where}: penjadwal Dask tidak menjawab. Periksa alamatnya dan apakah penjadwalnya berjalan.",
        "en": "{where}: no Dask scheduler answers. Check the address and whether the scheduler runs.",
    }


class ClusterLost(OutputError):
    """The work could not be brought to its end; what is done stays done."""

    code = "cluster_lost"
    sentences = {
        "id": "{where}: pekerjaan terhenti ({reason}). Yang selesai tetap tersimpan; perintah yang sama melanjutkan dari sini.",
        "en": "{where}: the work came to a halt ({reason}). What is done is kept; the same command goes on from here.",
    }
