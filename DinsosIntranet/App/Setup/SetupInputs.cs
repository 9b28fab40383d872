namespace DinsosIntranet.App.Setup;

/// <summary>The first step as typed.</summary>
public sealed class SetupAgencyInput
{
    public string? Name { get; set; }

    public string? RegencyCode { get; set; }

    public string? Seat { get; set; }

    public string? TimeZoneId { get; set; }

    public string? AddressLines { get; set; }

    public string? UnitCodeInNumbers { get; set; }

    public string? HelpLine { get; set; }

    public static SetupAgencyInput Of(SetupAgency? agency) => new()
    {
        Name = agency?.Name ?? "Dinas Sosial",
        RegencyCode = agency?.RegencyCode,
        Seat = agency?.Seat,
        TimeZoneId = agency?.TimeZoneId ?? "Asia/Jakarta",
        AddressLines = agency?.AddressLines,
        UnitCodeInNumbers = agency?.UnitCodeInNumbers ?? "Dinsos",
        HelpLine = agency?.HelpLine,
    };

    public SetupAgency ToAgency() => new()
    {
        Name = Name ?? "",
        RegencyCode = RegencyCode ?? "",
        Seat = Seat ?? "",
        TimeZoneId = TimeZoneId ?? "",
        AddressLines = AddressLines ?? "",
        UnitCodeInNumbers = UnitCodeInNumbers ?? "",
        HelpLine = HelpLine ?? "",
    };
}

/// <summary>The second step as typed; passwords are never sent back to the page.</summary>
public sealed class SetupAdministratorInput
{
    public string? UserName { get; set; }

    public string? FullName { get; set; }

    public string? Nip { get; set; }

    public string? Password { get; set; }

    public string? Repeated { get; set; }

    public static SetupAdministratorInput Of(SetupAdministrator? administrator) => new()
    {
        UserName = administrator?.UserName,
        FullName = administrator?.FullName,
        Nip = administrator?.Nip is { } nip ? DinsosIntranet.Shared.Identity.Nip.Format(nip) : null,
    };

    public SaveAdministrator ToCommand() => new()
    {
        UserName = UserName ?? "",
        FullName = FullName ?? "",
        Nip = Nip,
        Password = Password ?? "",
        Repeated = Repeated ?? "",
    };
}
