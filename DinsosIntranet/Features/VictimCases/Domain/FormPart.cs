namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What can stand on a printed form: a block, or what is kept of a case beside its blocks. <paramref name="Parent"/> is the
/// part each instance belongs to.
/// </summary>
public sealed record FormPart(string Code, string Title, string? Parent);

public static class FormParts
{
    /// <summary>Appointments at police and court, and who accompanies.</summary>
    public const string Hearings = "C7";

    /// <summary>Proposals to close the case, the victim's own words, what the supervisor said.</summary>
    public const string Closures = "C8";

    /// <summary>In the order they stand on any form.</summary>
    public static IReadOnlyList<FormPart> All { get; } =
    [
        .. CaseBlocks.All.Select(b => new FormPart(b.Code, b.Title, b.Parent)),
        new(Hearings, "Jadwal pendampingan hukum", null),
        new(Closures, "Penutupan", null),
    ];

    public static FormPart? Find(string code) => All.FirstOrDefault(p => p.Code == code);
}
