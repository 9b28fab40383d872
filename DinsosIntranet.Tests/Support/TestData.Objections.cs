using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Tests.Shared.Files;

namespace DinsosIntranet.Tests.Support;

/// <summary>Objections: against a refusal that hendra signed, so that ratna, the head, may decide them.</summary>
public sealed partial class TestData
{
    public ObjectionService Objections => agency.Get<ObjectionService>();

    public static ObjectionInput Objection(string ground = "a") => new()
    {
        ReceivedOn = new DateOnly(2026, 11, 23),
        Grounds = [ground],
        CaseText = "Saya hanya meminta angka, bukan nama.",
        Purpose = "Skripsi",
    };

    public static ObjectionVerdict Verdict(ObjectionDecision decision = ObjectionDecision.Accepted) => new()
    {
        Decision = decision,
        Reason = "Angka per kecamatan tidak membuka identitas siapa pun.",
        ProvideDays = 5,
    };

    /// <summary>A request that was refused; the refusal is signed by hendra unless said otherwise, and was handed over.</summary>
    public async Task<RegisteredRequest> RefusedAsync(string signer = "hendra")
    {
        var request = await InformationAtAsync(InformationRefusing);
        Require(await Information.SubmitRefusalAsync(request.Id, "", await agency.ActAsync("lilis")));
        await SignBesideAsync(request.Id, LetterKinds.InformationRefusal, by: signer);
        Require(await Information.ConveyRefusalAsync(request.Id, DeliveryWay.Collect, await agency.ActAsync("lilis")));
        return request;
    }

    /// <summary>An objection against a refusal, registered today.</summary>
    public async Task<RegisteredObjection> ObjectionAsync(string signer = "hendra")
    {
        var request = await RefusedAsync(signer);
        var registered = await Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, Objection() with { ReceivedOn = DateOnly.FromDateTime(agency.Time.Now.AddHours(7)) }, await agency.ActAsync("nani"));
        Require(registered);
        return registered.Value;
    }

    /// <summary>One that ratna decided and signed with the seal.</summary>
    public async Task<RegisteredObjection> AnsweredObjectionAsync(ObjectionDecision decision = ObjectionDecision.Accepted)
    {
        var objection = await ObjectionAsync();
        Require(await Objections.DecideAsync(objection.Id, Verdict(decision), await agency.ActAsync("ratna")));
        await SignAnswerAsync(objection.Id);
        return objection;
    }

    public async Task<Letter> SignAnswerAsync(Guid objectionId, SigningMode mode = SigningMode.AgencySeal)
    {
        await using var db = agency.OpenDb();
        return await SignBesideAsync((await db.Objections.FindAsync(objectionId))!.RequestId, LetterKinds.ObjectionAnswer, mode);
    }

    /// <summary>The scan of an answer signed outside the agency.</summary>
    public async Task UploadOutsideAnswerAsync(Guid objectionId, string by = "dedi")
    {
        using var content = new MemoryStream(SampleFiles.Pdf(), writable: false);
        Require(await agency.Get<AttachmentService>().AddAsync(objectionId, ObjectionService.OutsideScan, "tanggapan.pdf", content, await agency.ActAsync(by)));
    }

    public static OutsideAnswerInput OutsideAnswer() => new()
    {
        Verdict = Verdict(ObjectionDecision.Rejected),
        SuperiorName = "Budi Contoh",
        SuperiorTitle = "Sekretaris Daerah",
        LetterNumber = "400.14/77/Setda/2026",
        LetterDate = new DateOnly(2026, 11, 23),
    };

    public static string Password => DemoAgency.Password;
}
