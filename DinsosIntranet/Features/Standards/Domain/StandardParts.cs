using System.Text.Json.Serialization;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>Who may see a request: <see cref="Secret"/> shows others code, step and clock only.</summary>
public enum Confidentiality
{
    [JsonStringEnumMemberName("terbuka")] Open,
    [JsonStringEnumMemberName("rahasia")] Secret,
}

/// <summary>The two readings of a decision step, as the publications word them: "Jika Ya", "Jika Tidak".</summary>
public enum Branch
{
    [JsonStringEnumMemberName("ya")] Yes,
    [JsonStringEnumMemberName("tidak")] No,
}

/// <summary>What a request has become when it stops.</summary>
public enum EndStatus
{
    [JsonStringEnumMemberName("selesai")] Completed,
    [JsonStringEnumMemberName("ditolak")] Refused,
    [JsonStringEnumMemberName("dirujuk")] Referred,
}

/// <summary>
/// A requirement as published.
/// </summary>
/// <remarks>
/// <paramref name="Number"/>: the number it has in the publication.
/// <paramref name="Note"/>: a hint of the agency, not part of the publication.
/// <paramref name="Mandatory"/>: whether the file is incomplete without it.
/// </remarks>
public sealed record StandardRequirement(string Code, string Number, string Text, bool Mandatory, string? Note = null);

/// <summary>
/// A way in, with its own requirements and its own first step (Manggarai Timur publishes two with different steps).
/// </summary>
/// <remarks>
/// <paramref name="Heading"/>: as published, where the standard publishes its channels one by one.
/// </remarks>
public sealed record StandardChannel(string Code, string Name, string EntryStep, IReadOnlyList<string> Requirements, string? Heading = null);

/// <summary>
/// One step: the desk it lies at, what is done there, and where each outcome leads.
/// </summary>
/// <remarks>
/// <paramref name="Number"/>: the number it has in the publication.
/// <paramref name="ShortTitle"/>: for the step strip, at most <see cref="ShortTitleMaxLength"/> characters.
/// </remarks>
public sealed record StandardStep(
    string Id,
    string Number,
    string Title,
    string ShortTitle,
    string Desk,
    string Action,
    IReadOnlyList<StepOutcome> Outcomes,
    DispositionProposal? Proposal = null)
{
    public const int ShortTitleMaxLength = 26;

    /// <summary>The outcome when all goes well: "Jika Ya" where the step branches, else the first.</summary>
    public StepOutcome MainOutcome => Outcomes.FirstOrDefault(o => o.Branch == Branch.Yes) ?? Outcomes[0];
}

/// <summary>
/// One way a step can end.
/// </summary>
/// <remarks>
/// <paramref name="Label"/>: the words on the button.
/// <paramref name="To"/>: a step's id or an ending's code.
/// </remarks>
public sealed record StepOutcome(string Code, string Label, string To, Branch? Branch = null);

/// <summary>What a disposition offers ready-made: the desk meant to carry it out, and instructions to choose from.</summary>
public sealed record DispositionProposal(string ToDesk, IReadOnlyList<string> Instructions);

/// <summary>How a request may stop, in the words of this standard.</summary>
public sealed record StandardEnding(string Code, string Name, EndStatus Status);

/// <summary>
/// How this agency takes complaints about the service.
/// </summary>
/// <remarks>
/// <paramref name="Channels"/>: in the published order.
/// <paramref name="Flow"/>: how a complaint is handled, as published; empty where nothing is.
/// <paramref name="Limits"/>: the longest time per class of complaint; empty where none is published.
/// </remarks>
public sealed record ComplaintProcedure(
    string Address,
    string Phone,
    IReadOnlyList<ComplaintChannel> Channels,
    IReadOnlyList<string> Flow,
    IReadOnlyList<ComplaintLimit> Limits,
    string? Website = null,
    string? Intro = null,
    string? Note = null);

public sealed record ComplaintChannel(string Kind, string Text);

public sealed record ComplaintLimit(string Class, string Name, int Days, string Unit);
