namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>Who asked that a request be ended: whoever reads the history later must know that it was not the office's own idea.</summary>
public sealed record Withdrawal(string Code, string Text)
{
    public const int ReasonMaxLength = 300;

    public static IReadOnlyList<Withdrawal> All { get; } =
    [
        new("pemohon", "Pemohon sendiri, datang ke loket"),
        new("pemohon-jauh", "Pemohon sendiri, lewat telepon atau pesan"),
        new("kuasa", "Keluarga atau kuasa pemohon"),
        new("petugas", "Petugas, karena salah daftar"),
    ];

    public static Withdrawal? Find(string code) => All.FirstOrDefault(w => w.Code == code);
}
