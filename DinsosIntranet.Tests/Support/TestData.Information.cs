using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>Requests for public information walked along standard 002 by the people who would do it: nani, dedi, ratna, hendra, lilis.</summary>
public sealed partial class TestData
{
    public const string InformationDeciding = "5-verifikasi";
    public const string InformationRefusing = "6-penjelasan";
    public const string InformationProviding = "7-proses";
    public const string InformationHandingOver = "8-penyerahan";

    /// <summary>The form of a person who wants a soft copy by e-mail.</summary>
    public static Dictionary<string, string> InformationAnswersOfAPerson() => new()
    {
        [InformationAnswers.Kind] = "perorangan",
        [InformationAnswers.Occupation] = "Mahasiswa",
        [InformationAnswers.Email] = "pemohon@contoh.id",
        [InformationAnswers.Detail] = "Jumlah keluarga terdata per desa tahun 2026",
        [InformationAnswers.Purpose] = "Skripsi",
        [InformationAnswers.Obtain] = "salinan",
        [InformationAnswers.CopyForm] = "softcopy",
        [InformationAnswers.Delivery] = "surel",
    };

    /// <summary>A complete request for public information; some answers may be given anew.</summary>
    public static RegisterRequest InformationRequest(params (string Field, string Text)[] changed)
    {
        var answers = InformationAnswersOfAPerson();
        foreach (var (field, text) in changed)
        {
            answers[field] = text;
        }

        return Request() with
        {
            StandardCode = "informasi",
            PurposeCode = null,
            Requirements = [new RequirementInput("identitas", true), new RequirementInput("formulir", true)],
            Answers = answers,
        };
    }

    public static ExclusionTestInput ExclusionTest() => new()
    {
        Information = "Nama dan alamat korban",
        Grounds = ["a", "h"],
        IfOpened = "Korban dapat ditemukan pelaku.",
        IfClosed = "Korban terlindungi.",
        Period = "30 tahun",
    };

    public static InformationItemInput InformationItem(CopyForm form = CopyForm.Hard) => new() { Title = "Rekap DTSEN per desa 2026", Form = form, Quantity = 3 };

    /// <summary>A request that stands at the named step, decided the way that leads there.</summary>
    public async Task<RegisteredRequest> InformationAtAsync(string stepId, params (string Field, string Text)[] changed)
    {
        var request = await RegisterAsync(InformationRequest(changed));
        await RouteInformationAsync(request.Id);
        switch (stepId)
        {
            case InformationDeciding:
                break;
            case InformationRefusing:
                Require(await Information.AddTestAsync(request.Id, ExclusionTest(), await agency.ActAsync("lilis")));
                Require(await DecideAsync(request.Id, InformationDecision.Excluded));
                break;
            case InformationProviding:
                Require(await DecideAsync(request.Id, InformationDecision.Granted));
                break;
            case InformationHandingOver:
                Require(await DecideAsync(request.Id, InformationDecision.Granted));
                Require(await Information.AddItemAsync(request.Id, InformationItem(), await agency.ActAsync("lilis")));
                Require(await Information.SubmitNoticeAsync(request.Id, new NoticeInput(), await agency.ActAsync("lilis")));
                await SignBesideAsync(request.Id, LetterKinds.InformationNotice);
                Require(await Information.ConveyNoticeAsync(request.Id, DeliveryWay.Email, await agency.ActAsync("lilis")));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(stepId));
        }

        return request;
    }

    /// <summary>Secretariat, head and secretary of the agency pass a request on to the information desk.</summary>
    public async Task RouteInformationAsync(Guid requestId)
    {
        Require(await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = requestId, Urgency = Urgency.Normal }, await agency.ActAsync("dedi")));
        Require(await agency.Get<DispositionService>().GiveAsync(new GiveDisposition { RequestId = requestId, ToDeskCode = "sekretaris-dinas", Instructions = ["siapkan-jawaban"] }, await agency.ActAsync("ratna")));
        Require(await agency.Get<DispositionService>().GiveAsync(new GiveDisposition { RequestId = requestId, ToDeskCode = "staf-ppid", Instructions = ["proses-lanjut"] }, await agency.ActAsync("hendra")));
    }

    public InformationService Information => agency.Get<InformationService>();

    public async Task<Outcome> DecideAsync(Guid requestId, InformationDecision decision, string reason = "", string by = "lilis") =>
        await Information.DecideAsync(requestId, new DecisionInput { Decision = decision, Reason = reason }, await agency.ActAsync(by));

    /// <summary>The letter of this kind that counts, whoever waits for it.</summary>
    public async Task<Letter> BesideAsync(Guid requestId, string kind)
    {
        await using var db = agency.OpenDb();
        return await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && l.Kind == kind && l.Status != LetterStatus.Voided)
            .OrderByDescending(l => l.CreatedAt)
            .FirstAsync();
    }

    /// <summary>Signs a letter that no step signs, by default with the seal by the head of agency.</summary>
    public async Task<Letter> SignBesideAsync(Guid requestId, string kind, SigningMode mode = SigningMode.AgencySeal, string by = "ratna")
    {
        var letter = await BesideAsync(requestId, kind);
        Require(await agency.Get<LetterService>().ApproveAsync(new ApproveLetter { LetterId = letter.Id, Mode = mode, Password = DemoAgency.Password }, await agency.ActAsync(by)));
        return await BesideAsync(requestId, kind);
    }

    /// <summary>The file of the document that was added last.</summary>
    public async Task UploadItemAsync(Guid requestId)
    {
        await using var db = agency.OpenDb();
        var item = await db.InformationItems.Where(i => i.RequestId == requestId).OrderByDescending(i => i.Id).FirstAsync();
        using var content = new MemoryStream(SampleFiles.Pdf(), writable: false);
        Require(await agency.Get<AttachmentService>().AddAsync(requestId, item.FilePurpose, "rekap.pdf", content, await agency.ActAsync("lilis")));
    }
}
