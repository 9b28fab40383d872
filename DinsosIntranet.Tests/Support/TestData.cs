using System.Globalization;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Tests.Shared.Files;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// Makes valid things with the real services. A test changes only what it is about: <c>Data.Request() with { … }</c>.
/// People are invented; their NIKs lie in district 360299, which does not exist.
/// </summary>
public sealed partial class TestData(TestAgency agency)
{
    private static int _serial;

    /// <summary>A woman of Parage; no two of a run have the same NIK.</summary>
    public static PersonInput Person(string name = "Siti Aminah")
    {
        var serial = Interlocked.Increment(ref _serial);
        return new PersonInput
        {
            Name = name,
            Nik = string.Create(CultureInfo.InvariantCulture, $"360299{52:00}0685{serial:0000}"),
            FamilyCardNumber = string.Create(CultureInfo.InvariantCulture, $"360299070312{serial:0000}"),
            BirthDate = new DateOnly(1985, 6, 12),
            Sex = Sex.Female,
            Phone = "081200000001",
            Address = "Kp. Sawah RT 008/RW 002",
            DistrictCode = "36.02.17",
            VillageCode = "36.02.17.2011",
        };
    }

    /// <summary>A child, for requests made for somebody else.</summary>
    public static PersonInput Child(string name = "Rafi Maulana") => Person(name) with
    {
        Nik = string.Create(CultureInfo.InvariantCulture, $"360299140215{Interlocked.Increment(ref _serial):0000}"),
        BirthDate = new DateOnly(2015, 2, 14),
        Sex = Sex.Male,
        Phone = "",
    };

    public static IReadOnlyList<RequirementInput> AllRequirements { get; } = [new("kartu-identitas", true), new("formulir", true)];

    public static IReadOnlyList<RequirementInput> OneMissing { get; } = [new("kartu-identitas", true), new("formulir", false, "menyusul")];

    /// <summary>A request of standard 004, complete, of somebody who asks for themselves.</summary>
    public static RegisterRequest Request() => new()
    {
        RequestId = Guid.CreateVersion7(),
        StandardCode = "dtks",
        ChannelCode = "tatap-muka",
        Applicant = Person(),
        PurposeCode = "pip",
        Requirements = AllRequirements,
    };

    public static WithdrawalInput Withdrawal(string reason = "sudah diurus di desa") => new() { AskedBy = WithdrawalAsker.Applicant, Reason = reason };

    /// <summary>The applicant takes a request back, as the counter records it.</summary>
    public async Task<Outcome> WithdrawAsync(Guid requestId, WithdrawalInput? input = null, string by = "nani") =>
        await agency.Get<WithdrawalService>().WithdrawAsync(requestId, input ?? Withdrawal(), await agency.ActAsync(by));

    /// <summary>The scan of a letter signed in ink.</summary>
    public static MemoryStream Scan() => new(SampleFiles.Pdf(), writable: false);

    public async Task<RegisteredRequest> RegisterAsync(RegisterRequest? command = null, string by = "nani") =>
        (await agency.Get<IntakeService>().RegisterAsync(command ?? Request(), await agency.ActAsync(by))).Value;
}
