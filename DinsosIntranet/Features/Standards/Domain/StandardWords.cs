namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>What the parts of a standard's file are called in Indonesian, for people who read its problems and differences.</summary>
public static class StandardWords
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["code"] = "kode",
        ["version"] = "nomor versi",
        ["title"] = "judul",
        ["shortTitle"] = "judul pendek",
        ["numberPrefix"] = "awalan nomor",
        ["regency"] = "kabupaten",
        ["agency"] = "instansi",
        ["unit"] = "unit atau satuan",
        ["decree"] = "nomor SK",
        ["confidentiality"] = "sifat",
        ["intakeOpen"] = "penerimaan permohonan dibuka",
        ["isInternal"] = "prosedur internal",
        ["fee"] = "biaya",
        ["promise"] = "janji waktu",
        ["most"] = "paling lama",
        ["countedFrom"] = "dihitung sejak",
        ["published"] = "bunyi yang diterbitkan",
        ["legalLimit"] = "batas hukum",
        ["products"] = "produk",
        ["productPaper"] = "surat produk",
        ["requirements"] = "persyaratan",
        ["channels"] = "saluran",
        ["steps"] = "langkah",
        ["endings"] = "akhir",
        ["complaints"] = "pengaduan",
        ["number"] = "nomor",
        ["text"] = "isi",
        ["mandatory"] = "wajib",
        ["name"] = "nama",
        ["entryStep"] = "langkah awal",
        ["id"] = "id langkah",
        ["desk"] = "meja",
        ["action"] = "tindakan",
        ["outcomes"] = "hasil",
        ["label"] = "tulisan tombol",
        ["to"] = "tujuan",
        ["toDesk"] = "meja usulan",
        ["instructions"] = "instruksi",
        ["status"] = "status",
        ["amount"] = "jumlah",
        ["pauses"] = "ikut dijeda",
        ["basis"] = "dasar hukum",
        ["address"] = "alamat",
        ["phone"] = "telepon",
        ["kind"] = "jenis",
        ["flow"] = "alur pengaduan",
        ["limits"] = "batas pengaduan",
        ["class"] = "kelas pengaduan",
        ["days"] = "jumlah hari",
        ["letter"] = "surat",
        ["heading"] = "judul surat",
        ["classification"] = "kode klasifikasi",
        ["validDays"] = "masa berlaku (hari)",
        ["fields"] = "isian surat",
        ["parts"] = "isi surat",
        ["choices"] = "pilihan",
        ["paragraph"] = "paragraf",
        ["person"] = "data orang",
        ["rows"] = "baris isian",
        ["numbered"] = "daftar bernomor",
    };

    public static string OfProperty(string name) => Properties.GetValueOrDefault(name, name);

    public static string FieldKind(LetterFieldKind kind) => kind switch
    {
        LetterFieldKind.Text => "teks",
        LetterFieldKind.LongText => "teks panjang",
        LetterFieldKind.Date => "tanggal",
        LetterFieldKind.Number => "angka",
        LetterFieldKind.Choice => "pilihan",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What stands in one part of a letter, with the places as they are written.</summary>
    public static string PartText(LetterTemplate letter, LetterPart part) => part switch
    {
        { Paragraph: { } text } => text,
        { Person: true } => "Data orang: nama, NIK, tanggal lahir, nomor KK, alamat",
        { Rows: { } rows } => $"Isian: {string.Join(", ", rows.Select(code => letter.FindField(code)?.Label ?? code))}",
        { Numbered: { } items } => string.Join(" ", items.Select((item, i) => $"{i + 1}. {item}")),
        _ => "",
    };

    /// <summary>Whether one is easily mistyped for the other: at most two letters differ.</summary>
    public static bool AreNear(string known, string typed)
    {
        if (string.Equals(known, typed, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (Math.Abs(known.Length - typed.Length) > 2 || Math.Min(known.Length, typed.Length) < 3)
        {
            return false;
        }

        var before = Enumerable.Range(0, typed.Length + 1).ToArray();
        for (var i = 1; i <= known.Length; i++)
        {
            var row = new int[typed.Length + 1];
            row[0] = i;
            for (var j = 1; j <= typed.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (known[i - 1] == typed[j - 1] ? 0 : 1));
            }

            before = row;
        }

        return before[^1] <= 2;
    }
}
