namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>
/// Who last changed a part of the settings and when. Whoever saves says which revision they had before them, so that of
/// two administrators at once one wins and the other is told.
/// </summary>
public sealed class SettingsRevision
{
    /// <summary>One of <see cref="SettingsPart"/>.</summary>
    public required string Part { get; init; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>The parts of the settings that are saved, and told apart, as one.</summary>
public static class SettingsPart
{
    public const string Calendar = "kalender";
    public const string Letterhead = "kop-surat";
    public const string Numbers = "penomoran";
    public const string Desks = "unit-dan-meja";
    public const string Instructions = "instruksi";
    public const string Purposes = "tujuan-surat";
    public const string Programmes = "program-bantuan";
    public const string Complaints = "pengaduan";
    public const string CaseForms = "formulir-kasus";
}
