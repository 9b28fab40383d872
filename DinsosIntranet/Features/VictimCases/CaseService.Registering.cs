using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A report of violence as it comes in: no name is asked for, only what decides how soon somebody must go.</summary>
public sealed record RegisterCase
{
    public required Guid CaseId { get; init; }

    public string StandardCode { get; set; } = "";

    public string ChannelCode { get; set; } = "";

    public string Source { get; set; } = "";

    public string Risk { get; set; } = "";

    /// <summary>The line of the guest book, where somebody came and was written down already; name and purpose are taken off it.</summary>
    public Guid? GuestBookEntryId { get; set; }

    /// <summary>A number that may be called; it is encrypted at once and whoever typed it does not see it again.</summary>
    public string SafePhone { get; set; } = "";

    public string SafeWay { get; set; } = "";

    /// <summary>Who wrote the letter, or which institution refers: "Polres Manggarai Timur".</summary>
    public string Sender { get; set; } = "";

    public string LetterNumber { get; set; } = "";

    public DateOnly? LetterDate { get; set; }

    /// <summary>The kind of card left at the counter, for somebody who is not in the guest book yet.</summary>
    public string IdCardLeft { get; set; } = "";

    /// <summary>Requirements of the channel that are there, beside those this form itself fulfils (<see cref="CaseService.FulfilledHere"/>).</summary>
    public HashSet<string> Present { get; init; } = [];
}

public sealed record RegisteredCase(Guid Id, string Number, DateTime AttendBy);

public sealed partial class CaseService
{
    public const int SafeWayMaxLength = BlockField.TextMaxLength;

    private const string GuestBookRequirement = "buku-tamu";

    /// <summary>Requirements fulfilled by registering: the source is asked for, and who came gets a line of the guest book without a name.</summary>
    public static IReadOnlyList<string> FulfilledHere { get; } = [GuestBookRequirement, "sumber-informasi", "surat-permohonan"];

    /// <summary>
    /// Takes a report in under a placeholder: a code, a level of risk and its clock. Nobody's name enters the records of
    /// persons; what is told of them enters the case's own blocks, encrypted.
    /// </summary>
    public Task<Outcome<RegisteredCase>> RegisterAsync(RegisterCase command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<RegisteredCase>(
            act,
            async scope =>
            {
                scope.Audit("kasus.daftar", RecordKind, command.CaseId, new AuditText().Fact("risiko", Listed(CaseBlocks.Risk, command.Risk)));
                if (!CaseAccess.MayRegister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var agency = await agencies.GetAsync(cancellationToken);
                if (Check(command, agency.DateOf(scope.Now)) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                var active = await standards.FindActiveAsync(command.StandardCode, agency.DateOf(scope.Now), cancellationToken);
                if (active is null || !actions.IsCase(active.Standard))
                {
                    return Outcome.Refused("Pilih layanan korban kekerasan yang berlaku.", nameof(command.StandardCode));
                }

                if (active.Standard.Channels.All(c => c.Code != command.ChannelCode))
                {
                    return Outcome.Refused("Pilih saluran.", nameof(command.ChannelCode));
                }

                var asked = active.Standard.RequirementsOf(command.ChannelCode);
                HashSet<string> present = [.. command.Present, .. FulfilledHere];
                if (asked.FirstOrDefault(r => r.Mandatory && !present.Contains(r.Code)) is { } missing)
                {
                    return Outcome.Refused($"Centang bila sudah ada: {missing.Text}.", nameof(command.Present));
                }

                var opened = await intake.OpenAsync(
                    scope,
                    new RequestToOpen
                    {
                        RequestId = command.CaseId,
                        StandardCode = command.StandardCode,
                        ChannelCode = command.ChannelCode,
                        Applicant = RequestApplicant.Placeholder("Klien"),
                        Requirements = [.. asked.Where(r => present.Contains(r.Code)).Select(r => new RequirementInput(r.Code, true))],
                    },
                    cancellationToken);
                if (!opened.IsOk)
                {
                    return opened.AsFailure();
                }

                var guest = await GuestAsync(scope, command, asked, cancellationToken);
                var victimCase = File(scope, command, active.Standard, guest, agency);
                return new RegisteredCase(command.CaseId, opened.Value.Request.Number, victimCase.AttendBy!.Value);
            },
            cancellationToken);

    /// <summary>Who stands at the counter: a line of the book already written, covered now, or one without a name; nobody where the report came another way.</summary>
    private async Task<CoveredGuest?> GuestAsync(WriteScope scope, RegisterCase command, IReadOnlyList<StandardRequirement> asked, CancellationToken cancellationToken)
    {
        if (command.GuestBookEntryId is { } entryId)
        {
            return await guests.CoverAsync(scope, entryId, command.CaseId, cancellationToken);
        }

        return command.ChannelCode == CaseBlocks.FaceToFaceChannel || asked.Any(r => r.Code == GuestBookRequirement)
            ? new CoveredGuest((await guests.AddUnnamedAsync(scope, command.CaseId, command.IdCardLeft, cancellationToken)).Label, "", null, null)
            : null;
    }

    private List<Refusal> Check(RegisterCase command, DateOnly today)
    {
        var refusals = new List<Refusal>();
        Require(refusals, command.StandardCode.Length > 0, "Pilih layanan dulu.", nameof(command.StandardCode));
        Require(refusals, command.StandardCode.Length == 0 || command.ChannelCode.Length > 0, "Pilih saluran.", nameof(command.ChannelCode));
        Require(refusals, reference.Knows("sumber-informasi", command.Source), "Pilih sumber informasi.", nameof(command.Source));
        Require(refusals, reference.Risk(command.Risk) is not null, "Pilih tingkat risiko.", nameof(command.Risk));
        var (isLetter, isReferral) = (command.ChannelCode == CaseBlocks.LetterChannel, command.ChannelCode == CaseBlocks.ReferralChannel);
        Require(refusals, !(isLetter || isReferral) || command.Sender.Trim().Length > 0, isLetter ? "Isi pengirim surat." : "Isi instansi perujuk.", nameof(command.Sender));
        Require(refusals, !isLetter || command.LetterNumber.Trim().Length > 0, "Isi nomor surat.", nameof(command.LetterNumber));
        Require(refusals, !isLetter || command.LetterDate is not null, "Isi tanggal surat.", nameof(command.LetterDate));
        Require(refusals, command.LetterDate is null || command.LetterDate <= today, "Tanggal surat tidak mungkin sesudah hari ini.", nameof(command.LetterDate));
        Require(refusals, command.Sender.Trim().Length <= BlockField.TextMaxLength, $"Paling banyak {BlockField.TextMaxLength} huruf.", nameof(command.Sender));
        Require(refusals, command.LetterNumber.Trim().Length <= BlockField.TextMaxLength, $"Paling banyak {BlockField.TextMaxLength} huruf.", nameof(command.LetterNumber));
        Require(refusals, command.SafeWay.Trim().Length <= SafeWayMaxLength, $"Paling banyak {SafeWayMaxLength} huruf.", nameof(command.SafeWay));
        refusals.AddRange(PhoneNumber.Read(command.SafePhone).Findings.Where(f => f.Level == FindingLevel.Error).Select(f => new Refusal(f.Message, nameof(command.SafePhone))));
        return refusals;
    }

    private VictimCase File(WriteScope scope, RegisterCase command, ServiceStandard standard, CoveredGuest? guest, AgencySnapshot agency)
    {
        var victimCase = new VictimCase
        {
            Id = command.CaseId,
            UnitCode = standard.Unit,
            WrappedKey = vault.CreateKey(command.CaseId),
            ReportedAt = scope.Now,
            OpenedAt = scope.Now,
            OpenedById = scope.Actor.UserId,
            Version = Guid.CreateVersion7(),
        };
        var level = reference.Risk(command.Risk)!;
        victimCase.Screen(level.Code, AttendBy(level, scope.Now, agency));
        scope.Db.VictimCases.Add(victimCase);
        scope.Db.CaseFigures.Add(FigureVault.Begin(victimCase, agency));

        using var key = vault.Open(victimCase)!;
        var local = TimeZoneInfo.ConvertTimeFromUtc(scope.Now, agency.Zone);
        var register = new BlockValues
        {
            [CaseBlocks.ReportedOn] = BlockValues.WriteDate(DateOnly.FromDateTime(local)),
            [CaseBlocks.ReportedAt] = local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            [CaseBlocks.Channel] = reference.Knows("kanal", command.ChannelCode) ? command.ChannelCode : "",
            ["sumber"] = command.Source,
            ["buku-tamu"] = guest?.Label ?? "",
            ["perujuk"] = command.Sender.Trim(),
            [CaseBlocks.Worker] = scope.Actor.NameAndPosition,
        };
        if (command.ChannelCode == CaseBlocks.LetterChannel)
        {
            register["nomor-surat"] = command.LetterNumber.Trim();
            register[CaseBlocks.LetterDate] = BlockValues.WriteDate(command.LetterDate!.Value);
        }
        else if (command.ChannelCode == CaseBlocks.ReferralChannel)
        {
            register["surat-rujukan"] = string.Join(", ", new[] { command.LetterNumber.Trim(), command.LetterDate is { } day ? IndonesianDates.Short(day) : "" }.Where(t => t.Length > 0));
        }

        Add(scope, key, command.CaseId, CaseBlocks.Register, register);
        if (guest?.Name.Length > 0 || command.SafePhone.Length + command.SafeWay.Length > 0)
        {
            Add(scope, key, command.CaseId, CaseBlocks.Reporter, new BlockValues
            {
                ["status"] = command.Source == "korban" ? "korban" : "",
                [CaseBlocks.Name] = guest?.Name ?? "",
                ["alamat"] = guest?.Origin ?? "",
                [CaseBlocks.SafePhone] = PhoneNumber.Read(command.SafePhone).Digits,
                ["cara-aman"] = command.SafeWay,
            });
        }

        Add(scope, key, command.CaseId, CaseBlocks.Screening, new BlockValues { [CaseBlocks.Risk] = level.Code });
        scope.Publish(Topic.Cases, command.CaseId);
        if (scope.Actor.Roles.Any(r => r.Role == StaffRole.SocialWorker && r.UnitCode == standard.Unit))
        {
            AddMember(scope, command.CaseId, scope.Actor, isLead: true);
        }

        return victimCase;
    }

    private void Add(WriteScope scope, ContentKey key, Guid caseId, string kind, BlockValues values)
    {
        var block = new CaseBlock
        {
            Id = OrderedId.Create(),
            CaseId = caseId,
            Kind = kind,
            Ordinal = 1,
            Payload = "",
            SavedAt = scope.Now,
            SavedById = scope.Actor.UserId,
            SavedByText = scope.Actor.NameAndPosition,
            Version = Guid.CreateVersion7(),
        };
        block.Payload = CaseVault.Seal(key, block.Id, values);
        vault.Index(block, values);
        scope.Db.CaseBlocks.Add(block);
    }

    private static void Require(List<Refusal> refusals, bool isFine, string message, string field)
    {
        if (!isFine)
        {
            refusals.Add(new Refusal(message, field));
        }
    }
}
