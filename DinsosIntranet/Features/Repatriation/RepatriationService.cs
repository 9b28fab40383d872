using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

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

/// <summary>
/// Bringing migrants home: taken in under a placeholder, verified, referred or escorted, handed over one by one. Who they are is
/// read only through an opening, which is recorded; what changes it needs an opening that still holds.
/// </summary>
public sealed partial class RepatriationService(
    WriteRunner writes,
    WorkFlow flow,
    RequestIntake intake,
    AssignmentService assignments,
    LetterService letters,
    AccountService accounts,
    RepatriationVault vault,
    RepatriationReference reference,
    FileVault files,
    IOptions<FileVaultOptions> fileOptions)
{
    public const string Standard = "pemulangan";
    public const string Channel = "tatap-muka";
    public const string ResidentRequirement = "warga-lebak";
    public const string VictimRequirement = "korban-kekerasan";
    public const string ActionPrefix = "repatriation.";
    public const string VerifyAction = "repatriation.verify";
    public const string ReferAction = "repatriation.refer";
    public const string PlanAction = "repatriation.plan";
    public const string EscortAction = "repatriation.escort";
    public const int ContactMaxLength = 200;

    /// <summary>Where an act was refused because the content is not open: the page asks for the password again and keeps what was typed.</summary>
    public const string OpeningField = "Opening";

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

    /// <summary>An act of the desk at a step with one of these actions; <paramref name="needsContent"/> where it changes or shows who the people are.</summary>
    private Task<Outcome> OnAsync(
        Guid requestId, ActionContext act, string audit, AuditText? text, string[] actions, bool needsContent, Func<WriteScope, WorkInHand, RepatriationFile, Task<Outcome>> work, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, WorkFlow.RecordKind, requestId, text ?? new AuditText());
                var loaded = await flow.LoadForWorkAsync(scope, requestId, step => actions.Contains(step.Action), cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (needsContent && await ClosedAsync(scope, requestId, cancellationToken) is { } closed)
                {
                    return closed;
                }

                var outcome = await work(scope, loaded.Value, await FileAsync(scope, requestId, cancellationToken));
                scope.Publish(Topic.Work, requestId);
                return outcome;
            },
            cancellationToken);

    private Task<Outcome> OnAsync(Guid requestId, ActionContext act, string audit, string[] actions, Func<WriteScope, WorkInHand, RepatriationFile, Task<Outcome>> work, CancellationToken cancellationToken) =>
        OnAsync(requestId, act, audit, null, actions, needsContent: false, work, cancellationToken);

    private static async Task<Outcome.Failure?> ClosedAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken) =>
        await RepatriationFinding.OpenUntilAsync(scope.Db, requestId, scope.Actor.UserId, scope.Now, cancellationToken) is null
            ? Outcome.Refused("Data migran tertutup lagi. Buka dengan kata sandi; yang Anda ketik tetap ada.", OpeningField)
            : null;

    private static Outcome.Failure Changed(WorkInHand work, RepatriationFile file) =>
        Outcome.Conflict($"Sudah diubah {file.ChangedByText} pada {IndonesianDates.ShortWithTime(file.ChangedAt ?? default, work.Agency.Zone)}, sejak Anda buka. Salin isian Anda, lalu muat ulang halaman.");

    private bool Knows(MigrantField field, string code, AgencySnapshot agency) => reference.Options(field, agency.Profile).Any(e => e.Code == code);

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
