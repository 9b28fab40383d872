using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>Heavy complaints: opik reviews, ratna forms the team and approves, imas leads it with gilang, opik answers.</summary>
public sealed partial class TestData
{
    public const string TeamForming = "8-tim";
    public const string TeamInvestigating = "9-periksa";
    public const string TeamApproving = "10-sahkan";
    public const string Replying = "11-jawab";
    public const string Responding = "12-tanggapan";
    public const string FoundText = "Euis mengaku menerima uang rokok.";

    private static readonly string[] HeavySteps = [TeamForming, TeamInvestigating, TeamApproving, Replying, Responding];

    public static LogInput Log() => new() { Kind = LogKind.FieldVisit, HappenedOn = new DateOnly(2026, 11, 23), Place = "Kecamatan Cikulur", People = "Kepala desa", Found = FoundText };

    public static FindingInput Finding() => new() { Verdict = DinsosIntranet.Features.Complaints.Domain.Verdict.Partly, Facts = FoundText, Recommendation = "Pembinaan tertulis." };

    public static ReplyInput Reply(string way = "telepon") => new() { Text = "Setelah diperiksa, sebagian aduan terbukti dan sudah ditindaklanjuti.", Way = way };

    public static ConveyInput Convey() => new() { On = new DateOnly(2026, 11, 23), Proof = "Diterima sendiri" };

    /// <summary>A complaint of the class that needs a team, brought to one of the steps of the team's way.</summary>
    public async Task<RegisteredComplaint> HeavyAtAsync(string step, ComplaintInput? input = null)
    {
        var complaint = await ComplainAsync(input);
        var id = complaint.Id;
        Require(await Complaints.ReviewAsync(id, new ReviewInput { ClassCode = "berkadar-pengawasan", Way = ReviewWay.Team }, await agency.ActAsync("opik")));
        var wanted = Array.IndexOf(HeavySteps, step);
        if (wanted >= 1)
        {
            Require(await Complaints.FormTeamAsync(id, Team(), await agency.ActAsync("ratna")));
            await SignAsync(id, LetterKinds.Assignment);
            Require(await Complaints.BeginTeamWorkAsync(id, await agency.ActAsync("ratna")));
        }

        if (wanted >= 2)
        {
            Require(await Complaints.AddLogAsync(id, Log(), await agency.ActAsync("gilang")));
            Require(await Complaints.SubmitFindingsAsync(id, Finding(), await agency.ActAsync("imas")));
        }

        if (wanted >= 3)
        {
            Require(await Complaints.ApproveFindingsAsync(id, "", await agency.ActAsync("ratna")));
        }

        if (wanted >= 4)
        {
            Require(await Complaints.PrepareReplyAsync(id, Reply(), await agency.ActAsync("opik")));
            Require(await Complaints.ConveyReplyAsync(id, Convey(), await agency.ActAsync("opik")));
        }

        return complaint;
    }

    public AssignmentInput Team() => Assignment() with { Task = "Memeriksa pengaduan" };

    /// <summary>Signed by the head with the agency's seal.</summary>
    public async Task<Letter> SignAsync(Guid requestId, string kind)
    {
        await using var db = agency.OpenDb();
        var id = await db.Letters.Where(l => l.RequestId == requestId && l.Kind == kind && l.Status == LetterStatus.Draft).Select(l => l.Id).SingleAsync();
        var signed = await agency.Get<LetterService>().ApproveAsync(Approve(id, SigningMode.AgencySeal), await agency.ActAsync("ratna"));
        Require(signed);
        return signed.Value;
    }
}
