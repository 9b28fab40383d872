using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>One case in the list: code, step, clocks, risk. Never anything of the content.</summary>
public sealed record CaseRow(
    Guid Id,
    string Number,
    string Service,
    string Step,
    string DeskName,
    string? Lead,
    RiskLevel? Risk,
    ClockFace? Attend,
    ClockFace Promise,
    bool IsLocked,
    bool IsOpen,
    string State,
    bool IsMine,
    int OpenEmergencies,
    ClockFace? Police);

public sealed record CaseList(IReadOnlyList<CaseRow> Rows, int Total);

/// <summary>A case as one person may see it. <see cref="Content"/> is there only while their opening holds.</summary>
public sealed record CaseView
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required ServiceStandard Standard { get; init; }

    public required StandardStep Step { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required bool IsOpen { get; init; }

    public required string Place { get; init; }

    public required CaseSight Sight { get; init; }

    public required CaseFacts Facts { get; init; }

    public required bool IsLocked { get; init; }

    /// <summary>The key is gone, and with it everything that was told.</summary>
    public required bool IsErased { get; init; }

    public required RiskLevel? Risk { get; init; }

    public required ClockFace? Attend { get; init; }

    public required ClockFace Promise { get; init; }

    /// <summary>The time to tell the police, for the team and the heads; null where the clock is off, or for others.</summary>
    public required ClockFace? Police { get; init; }

    public required bool IsPoliceTold { get; init; }

    public required IReadOnlyList<TeamLine> Team { get; init; }

    public required bool MayChangeTeam { get; init; }

    public required bool MayBreakGlass { get; init; }

    /// <summary>What the viewer does with the blocks of the case.</summary>
    public required BlockAccess Blocks { get; init; }

    /// <summary>Emergencies this viewer is told of: all for team and heads, with the reason only while the content is open.</summary>
    public required IReadOnlyList<EmergencyLine> Emergencies { get; init; }

    public required CaseContent? Content { get; init; }
}

/// <summary>What somebody does with the blocks that are on their screen.</summary>
public enum BlockAccess
{
    /// <summary>Nothing until the content is opened again.</summary>
    Closed,
    /// <summary>Heads look and decide.</summary>
    Read,
    Write,
}

public sealed record TeamLine(Guid UserId, string Text, bool IsLead, DateTime Since);

public sealed record EmergencyLine(Guid Id, string UserText, DateTime At, DateTime Until, string? Reason, bool MayReview, string? Review);

/// <summary>What stands in the case, sensitive answers masked. <paramref name="Missing"/> is of the main way out of the step, <paramref name="Ways"/> are those that can be gone now.</summary>
public sealed record CaseContent(
    DateTime OpenUntil,
    IReadOnlyList<BlockView> Blocks,
    IReadOnlyList<SightingLine> Sightings,
    IReadOnlyList<MissingPart> Missing,
    IReadOnlyList<StepOutcome> Ways,
    string? WhyNotMove,
    IReadOnlyList<VictimChoice> Victims,
    CaseFollowUps FollowUps);

/// <summary>A victim as one can be chosen: by ordinal and client code, never by name.</summary>
public sealed record VictimChoice(int Ordinal, string ClientCode)
{
    public string Text => ClientCode.Length > 0 ? $"Korban {Ordinal} ({ClientCode})" : $"Korban {Ordinal}";
}

/// <summary>One instance of a block. <see cref="Answers"/> hold no sensitive value, only that there is one.</summary>
public sealed record BlockView(
    Guid Id,
    string Kind,
    int Ordinal,
    Guid? ParentId,
    Guid Version,
    IReadOnlyList<AnswerLine> Answers,
    int MissingCount,
    string SavedBy,
    DateTime SavedAt,
    string? Note)
{
    public BlockDefinition Definition => CaseBlocks.Find(Kind)!;

    public string Title => Definition.Name(Ordinal);
}

/// <summary>One answer in words; null where it is sensitive and stays covered.</summary>
public sealed record AnswerLine(string Label, string? Text);

/// <summary>Who looked, when, what at, and why.</summary>
public sealed record SightingLine(Guid Id, DateTime At, string UserText, string What, string Reason);

public sealed record Candidate(Guid UserId, string Text);
