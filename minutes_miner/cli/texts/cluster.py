"""What is said about work beyond one machine: `index --engine dask` and `archive load`."""

INDONESIAN = {
    "archive.load.brief": "Memuat hasil kluster ke dalam arsip",
    "archive.load.about": (
        "Memuat hasil `index --engine dask` dari sebuah folder atau alamat ke dalam arsip, satu dokumen satu transaksi. "
        "Bila terhenti, perintah yang sama melanjutkan; yang sudah dimuat tidak diulang."
    ),
    "archive.load.examples": "minutes-miner archive load hasil --archive rakor.sqlite\nminutes-miner archive load s3://arsip/hasil",
    "option.results": "folder hasil dari index --engine dask; jalur atau alamat",
    "option.engine": "local: di komputer ini, langsung ke arsip; dask: di kluster, ke folder hasil (--to) (bawaan: local)",
    "option.scheduler": (
        "alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786; tanpa ini proses di komputer ini sebanyak --jobs. Penjadwal menjalankan "
        "apa saja yang dikirim kepadanya, jadi buka untuk komputer ini saja atau pakai tls:// (sertifikat diatur lewat konfigurasi Dask)"
    ),
    "option.index_to": "folder hasil --engine dask: jalur atau alamat yang dapat ditulis semua mesin, misalnya s3://arsip/hasil",
    "progress.archive.load": "Memuat",
    "progress.cluster": "Mengindeks di kluster",
    "closing.archive.load": "{documents} dokumen dimuat, {failed} gagal, {unchanged} berkas sudah ada. Arsip: {archive}.",
    "closing.cluster": (
        "{documents} dokumen selesai, {failed} gagal; {before} dari {shards} bagian sudah ada. "
        "Muat dengan: minutes-miner archive load {target}"
    ),
}

ENGLISH = {
    "archive.load.brief": "Loads the results of a cluster into the archive",
    "archive.load.about": (
        "Loads the results of `index --engine dask` from a folder or address into the archive, each document in a transaction of its own. "
        "When it is stopped, the same command goes on; what is loaded is not loaded twice."
    ),
    "archive.load.examples": "minutes-miner archive load results --archive rakor.sqlite\nminutes-miner archive load s3://archive/results",
    "option.results": "folder of results of index --engine dask; a path or an address",
    "option.engine": "local: on this computer, into the archive; dask: on a cluster, into a folder of results (--to) (default: local)",
    "option.scheduler": (
        "address of the Dask scheduler, for instance tcp://10.0.0.5:8786; without it as many processes on this computer as --jobs says. "
        "A scheduler runs whatever is sent to it, so open it to this computer alone or use tls:// (certificates by Dask's configuration)"
    ),
    "option.index_to": "folder of results of --engine dask: a path or address that all machines can write to, like s3://archive/results",
    "progress.archive.load": "Loading",
    "progress.cluster": "Indexing on the cluster",
    "closing.archive.load": "{documents} documents loaded, {failed} failed, {unchanged} files were there already. Archive: {archive}.",
    "closing.cluster": (
        "{documents} documents done, {failed} failed; {before} of {shards} shards were there already. "
        "Load them with: minutes-miner archive load {target}"
    ),
}
