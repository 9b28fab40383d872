namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// The file of one case of violence; its id is the request's, its code the request's number ("KBGA-2026-0007", which says
/// nothing of anybody). Everything told stands in <see cref="CaseBlock"/>s, encrypted under the key of this case. Only the
/// wrapped key is stored: without it the content is gone for good, and the trail still verifies.
/// </summary>
public sealed class VictimCase
{
    public required Guid Id { get; init; }

    /// <summary>The unit whose head answers for the case.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The key of the case under the master key; null once it was destroyed.</summary>
    public required string? WrappedKey { get; set; }

    /// <summary>Terkunci: invisible to everybody outside the team.</summary>
    public bool IsLocked { get; private set; }

    public DateTime? LockedAt { get; private set; }

    /// <summary>Code of the level of risk; null until somebody screened it.</summary>
    public string? Risk { get; private set; }

    /// <summary>When the violence was reported: the time to attend to the victim counts from here.</summary>
    public required DateTime ReportedAt { get; set; }

    /// <summary>Until when somebody must have attended to the victim.</summary>
    public DateTime? AttendBy { get; private set; }

    /// <summary>When somebody first did: the first service or outreach written down.</summary>
    public DateTime? AttendedAt { get; set; }

    /// <summary>Whether the time to tell the police runs; null until somebody switched it or the event called for it.</summary>
    public bool? HasPoliceClock { get; set; }

    /// <summary>When it was written down that the police were told.</summary>
    public DateTime? PoliceToldAt { get; set; }

    public required DateTime OpenedAt { get; init; }

    public required Guid OpenedById { get; init; }

    public required Guid Version { get; set; }

    public void Lock(DateTime now)
    {
        Require(!IsLocked, "locked twice");
        (IsLocked, LockedAt) = (true, now);
    }

    public void Unlock()
    {
        Require(IsLocked, "unlocked though not locked");
        (IsLocked, LockedAt) = (false, null);
    }

    public void Screen(string risk, DateTime attendBy) => (Risk, AttendBy) = (risk, attendBy);

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Case {Id} was {problem}.");
        }
    }
}

/// <summary>One instance of a block. Its content is <see cref="Payload"/>, an envelope under the key of the case that opens in this row only.</summary>
public sealed class CaseBlock
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Code of its <see cref="BlockDefinition"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>From 1 within kind and parent; numbers of removed instances are not given again.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The instance it belongs to: the victim of whom this violence is told.</summary>
    public Guid? ParentId { get; init; }

    public required string Payload { get; set; }

    /// <summary>Blind index of the NIK in it, to be found by equality.</summary>
    public string? NikIndex { get; set; }

    /// <summary>Blind index of the number of the Kartu Keluarga in it, to be compared with that of staff.</summary>
    public string? FamilyIndex { get; set; }

    /// <summary>Blind index of the phone number that may be called.</summary>
    public string? PhoneIndex { get; set; }

    public required DateTime SavedAt { get; set; }

    public required Guid SavedById { get; set; }

    public required string SavedByText { get; set; }

    public DateTime? RemovedAt { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>Somebody of the team of a case: they need to know. The lead answers for it.</summary>
public sealed class CaseMember
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid UserId { get; init; }

    public required string UserText { get; init; }

    public required bool IsLead { get; set; }

    public required DateTime AddedAt { get; init; }

    public required Guid AddedById { get; init; }

    public DateTime? RemovedAt { get; set; }

    public Guid? RemovedById { get; set; }
}
