namespace DinsosIntranet.App.Setup;

/// <summary>What the steps of the set-up have saved so far; encrypted like every draft. The password is in it as its hash only.</summary>
public sealed record SetupDraft(SetupAgency? Agency, SetupAdministrator? Administrator);

public sealed record SetupAgency
{
    public required string Name { get; init; }

    /// <summary>Kemendagri code, "36.02".</summary>
    public required string RegencyCode { get; init; }

    public required string Seat { get; init; }

    public required string TimeZoneId { get; init; }

    public required string AddressLines { get; init; }

    public required string UnitCodeInNumbers { get; init; }

    public required string HelpLine { get; init; }
}

public sealed record SetupAdministrator(string UserName, string FullName, string? Nip, string PasswordHash);

/// <summary>The administrator as typed; empty passwords keep the one already saved.</summary>
public sealed record SaveAdministrator
{
    public required string UserName { get; init; }

    public required string FullName { get; init; }

    public string? Nip { get; init; }

    public required string Password { get; init; }

    public required string Repeated { get; init; }
}
