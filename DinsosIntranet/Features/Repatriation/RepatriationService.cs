using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>A report as it is taken in: nobody's name but how whoever reports can be reached, encrypted at once.</summary>
public sealed record RegisterRepatriation
{
    public required Guid RequestId { get; init; }

    public int? People { get; set; }

    public string Contact { get; set; } = "";

    /// <summary>Requirements of the standard that are told to be there; verified at their own step.</summary>
    public HashSet<string> Present { get; init; } = [];
}

/// <summary>The content somebody asked to see, and the version of the file it was read from.</summary>
public sealed record OpenedRepatriation(RepatriationContent Content, Guid Version);

/// <summary>
/// Bringing migrants home: taken in under a placeholder, verified, referred or escorted. Who they are is read only through
/// <see cref="RevealAsync"/>, which is recorded.
/// </summary>
public sealed partial class RepatriationService(
    WriteRunner writes, WorkFlow flow, RequestIntake intake, AssignmentService assignments, LetterService letters, RepatriationVault vault)
{
    public const string Standard = "pemulangan";
    public const string Channel = "tatap-muka";
    public const string ResidentRequirement = "warga-lebak";
    public const string VictimRequirement = "korban-kekerasan";
    public const string VerifyAction = "repatriation.verify";
    public const string ReferAction = "repatriation.refer";
    public const string PlanAction = "repatriation.plan";
    public const string EscortAction = "repatriation.escort";
    public const int ContactMaxLength = 200;

    public Task<Outcome<string>> RegisterAsync(RegisterRepatriation command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<string>(
            act,
            async scope =>
            {
                scope.Audit("pemulangan.daftar", WorkFlow.RecordKind, command.RequestId);
                if (!scope.Actor.Has(StaffRole.FrontOffice))
                {
                    return Outcome.Forbidden();
                }

                var refusals = new List<Refusal>();
                Require(refusals, command.People is >= 1 and <= RepatriationRules.MostPeople, $"Isi jumlah orang, 1 sampai {RepatriationRules.MostPeople}.", nameof(command.People));
                Require(refusals, command.Contact.Trim().Length is > 0 and <= ContactMaxLength, $"Isi cara menghubungi pelapor, paling banyak {ContactMaxLength} huruf.", nameof(command.Contact));
                Require(refusals, command.Present.IsSupersetOf([ResidentRequirement, VictimRequirement]), "Tanyakan kedua persyaratan, lalu centang yang dinyatakan pelapor.", nameof(command.Present));
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var opened = await intake.OpenAsync(
                    scope,
                    new RequestToOpen
                    {
                        RequestId = command.RequestId,
                        StandardCode = Standard,
                        ChannelCode = Channel,
                        Applicant = RequestApplicant.Placeholder("Migran"),
                        Requirements = [.. command.Present.Select(code => new RequirementInput(code, true))],
                    },
                    cancellationToken);
                if (!opened.IsOk)
                {
                    return opened.AsFailure();
                }

                scope.Db.RepatriationFiles.Add(new RepatriationFile
                {
                    Id = command.RequestId,
                    Payload = vault.Close(command.RequestId, new RepatriationContent { Contact = command.Contact.Trim() }),
                    People = command.People!.Value,
                    Version = Guid.CreateVersion7(),
                });
                return opened.Value.Request.Number;
            },
            cancellationToken);

    /// <summary>Shows who the people are to whoever may know it; each look is in the trail.</summary>
    public Task<Outcome<OpenedRepatriation>> RevealAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<OpenedRepatriation>(
            act,
            async scope =>
            {
                scope.Audit("pemulangan.buka", WorkFlow.RecordKind, requestId);
                var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (!await MayReadAsync(scope, loaded.Value, cancellationToken))
                {
                    return Outcome.Forbidden("Data migran hanya untuk Bidang Dayasos dan tim pengantarnya. Penolakan ini dicatat.");
                }

                var file = await FileAsync(scope, requestId, cancellationToken);
                return new OpenedRepatriation(vault.Open(file), file.Version);
            },
            cancellationToken);

    /// <summary>Writes down who is to be brought home, until the team has left.</summary>
    public Task<Outcome> SaveMigrantsAsync(Guid requestId, IReadOnlyList<Migrant> migrants, Guid seen, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.simpan-migran", [VerifyAction, PlanAction], async (scope, work, file) =>
        {
            if (file.Version != seen)
            {
                return Outcome.Conflict("Data migran sudah diubah orang lain sejak Anda buka. Salin isian Anda, lalu muat ulang halaman.");
            }

            if (RepatriationRules.CheckMigrants(migrants) is { Count: > 0 } refusals)
            {
                return Outcome.Refused(refusals);
            }

            var known = vault.Open(file);
            file.Payload = vault.Close(requestId, known with { Migrants = [.. migrants.Select(m => m with { HandOver = null })] });
            (file.People, file.Version) = (migrants.Count, Guid.CreateVersion7());
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Leaves the verification: Ya needs both requirements confirmed and everybody written down, Tidak the reason.</summary>
    public Task<Outcome> VerifyAsync(Guid requestId, bool isFulfilled, bool isResident, bool isVictim, string? reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.verifikasi", [VerifyAction], async (scope, work, file) =>
        {
            if (isFulfilled)
            {
                var refusals = new List<Refusal>();
                Require(refusals, isResident, "Pastikan KTP dan keluarganya di Kabupaten Lebak, lalu centang.", "isResident");
                Require(refusals, isVictim, "Pastikan korban kekerasan, lalu centang.", "isVictim");
                Require(refusals, vault.Open(file).Migrants.Count > 0, "Data migran belum diisi.", "Migrants");
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }
            }
            else if (reason is null || !RepatriationRules.Reasons.ContainsKey(reason))
            {
                return Outcome.Refused("Pilih persyaratan yang tidak terpenuhi.", nameof(reason));
            }

            file.ReferralReason = isFulfilled ? null : reason;
            var outcome = work.Standard.Outcome(work.Step.Id, isFulfilled ? "memenuhi" : "tidak-memenuhi");
            await flow.AdvanceAsync(scope, work, new StepTaken(outcome.Code, outcome.Label, To: new Destination(null, scope.Actor.UserId, scope.Actor.Name)), cancellationToken);
            return Outcome.Ok();
        }, cancellationToken);

    private Task<Outcome> OnAsync(
        Guid requestId, ActionContext act, string audit, string[] actions, Func<WriteScope, WorkInHand, RepatriationFile, Task<Outcome>> work, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, WorkFlow.RecordKind, requestId, new AuditText());
                var loaded = await flow.LoadForWorkAsync(scope, requestId, step => actions.Contains(step.Action), cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var outcome = await work(scope, loaded.Value, await FileAsync(scope, requestId, cancellationToken));
                scope.Publish(Topic.Work, requestId);
                return outcome;
            },
            cancellationToken);

    /// <summary>The head of agency, the division the standard belongs to, and whoever the letter of assignment sends.</summary>
    private static async Task<bool> MayReadAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken) =>
        scope.Actor.Has(StaffRole.HeadOfAgency)
        || scope.Actor.Roles.Any(r => r.Role is StaffRole.HeadOfDivision or StaffRole.SocialWorker && r.UnitCode == work.Standard.Unit)
        || await scope.Db.Assignments.AnyAsync(
            a => a.RequestId == work.Item.Id && a.EndedAt == null && a.Members.Any(m => m.StaffId == scope.Actor.UserId), cancellationToken);

    private static Task<RepatriationFile> FileAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken) =>
        scope.Db.RepatriationFiles.FirstAsync(f => f.Id == requestId, cancellationToken);

    private static void Require(List<Refusal> refusals, bool isFine, string message, string field)
    {
        if (!isFine)
        {
            refusals.Add(new Refusal(message, field));
        }
    }
}
