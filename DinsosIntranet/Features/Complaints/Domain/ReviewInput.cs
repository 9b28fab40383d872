namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>Where a reviewed complaint goes.</summary>
public enum ReviewWay
{
    Agenda,
    AnsweredAtOnce,
    PassOn,
    HandUp,

    /// <summary>A heavy one goes straight to the head, who forms a team.</summary>
    Team,
}

/// <summary>A review as it was filled in.</summary>
public sealed record ReviewInput
{
    public string ClassCode { get; set; } = "";

    public string Note { get; set; } = "";

    public ReviewWay? Way { get; set; }

    public AtOnceAnswer Answer { get; set; } = new();
}

/// <summary>A class chosen anew, with the reason once there was one before.</summary>
public sealed record ClassInput
{
    public string ClassCode { get; set; } = "";

    public string Reason { get; set; } = "";
}
