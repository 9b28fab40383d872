namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>Why somebody must have nothing to do with a request.</summary>
public enum ExclusionReason
{
    /// <summary>The request is about what they did.</summary>
    Accused,
    /// <summary>Family of somebody concerned, or close to them.</summary>
    Related,
    /// <summary>They handled the matter before that is looked into now.</summary>
    Involved,
    OtherInterest,
}

public static class ExclusionReasons
{
    public static IReadOnlyList<ExclusionReason> All { get; } = Enum.GetValues<ExclusionReason>();

    public static string Words(this ExclusionReason reason) => reason switch
    {
        ExclusionReason.Accused => "Terlapor dalam permohonan ini",
        ExclusionReason.Related => "Keluarga atau orang dekat pihak yang terkait",
        ExclusionReason.Involved => "Pernah menangani perkara yang dipersoalkan",
        ExclusionReason.OtherInterest => "Kepentingan lain",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}

/// <summary>
/// A conflict of interest: while it holds, the request does not exist for this member of staff, wherever they would meet it.
/// It names a person and not an office: who stands in for them is not excluded.
/// </summary>
public sealed class RequestExclusion
{
    public const int LiftReasonMaxLength = 300;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required Guid UserId { get; init; }

    public required ExclusionReason Reason { get; init; }

    public required DateTime At { get; init; }

    public required Guid ByUserId { get; init; }

    /// <summary>Name and title of who excluded, as they were then.</summary>
    public required string ByText { get; init; }

    public DateTime? LiftedAt { get; private set; }

    public Guid? LiftedByUserId { get; private set; }

    public string? LiftedByText { get; private set; }

    public string? LiftReason { get; private set; }

    public required Guid Version { get; set; }

    public bool Holds => LiftedAt is null;

    public void Lift(Guid userId, string byText, string reason, DateTime now)
    {
        if (!Holds)
        {
            throw new InvalidOperationException($"The exclusion {Id} was lifted twice.");
        }

        (LiftedAt, LiftedByUserId, LiftedByText, LiftReason) = (now, userId, byText, reason);
    }
}
