using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Support;

/// <summary>Complaints walked along their procedure by the people who would do it: nani, opik, dedi, ratna, imas, hendra.</summary>
public sealed partial class TestData
{
    public const string ComplaintReviewing = "2-telaah";
    public const string ComplaintHandling = "5-tangani";
    public const string ComplaintPassingOn = "6-penerusan";
    public const string ComplaintHandingUp = "7-atasan";
    public const string SecretName = "Neneng Sumiati";

    public ComplaintService Complaints => agency.Get<ComplaintService>();

    /// <summary>Somebody who came in person and gave a name.</summary>
    public ComplaintInput Complaint() => new()
    {
        Channel = "tatap-muka",
        ReceivedOn = DateOnly.FromDateTime(agency.Time.Now.AddHours(7)),
        Anonymity = Anonymity.Open,
        Name = "Siti Aminah",
        Address = "Kp. Cikulur RT 02/01",
        Contact = "081200000001",
        AnswerWay = "telepon",
        Description = "Antrean di loket terlalu lama.",
        EventWhen = "Senin pagi",
        EventPlace = "Loket pelayanan",
    };

    public ComplaintInput SecretComplaint() => Complaint() with { Anonymity = Anonymity.Secret, Name = SecretName, SafeContact = "hanya WA, sore" };

    public static AtOnceAnswer AtOnce(Guid by, Reaction reaction = Reaction.Accepted) => new() { ById = by, Text = "Loket ditambah mulai besok.", Reaction = reaction };

    /// <summary>Written down by the counter; refused is a fault of the test.</summary>
    public async Task<RegisteredComplaint> ComplainAsync(ComplaintInput? input = null, string by = "nani")
    {
        var outcome = await Complaints.RegisterAsync(input ?? Complaint(), await agency.ActAsync(by));
        return outcome.IsOk ? outcome.Value : throw new InvalidOperationException(outcome.Message);
    }

    /// <summary>A complaint brought to one of its steps.</summary>
    public async Task<RegisteredComplaint> ComplaintAtAsync(string step, ComplaintInput? input = null)
    {
        var complaint = await ComplainAsync(input);
        if (step == ComplaintReviewing)
        {
            return complaint;
        }

        var way = step switch { ComplaintPassingOn => ReviewWay.PassOn, ComplaintHandingUp => ReviewWay.HandUp, _ => ReviewWay.Agenda };
        Require(await Complaints.ReviewAsync(complaint.Id, new ReviewInput { ClassCode = "tidak-berkadar-pengawasan", Way = way }, await agency.ActAsync("opik")));
        if (step == ComplaintHandling)
        {
            Require(await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = complaint.Id, Urgency = Urgency.Normal }, await agency.ActAsync("dedi")));
            Require(await agency.Get<DispositionService>().GiveAsync(new GiveDisposition { RequestId = complaint.Id, ToDeskCode = "kabid-rehsos", Instructions = ["tindak-lanjut"] }, await agency.ActAsync("ratna")));
        }

        return complaint;
    }

    /// <summary>Whom a complaint about the head is given to.</summary>
    public async Task<Outcome> SetSuperiorAsync() => await agency.Get<ComplaintSettings>().SaveAsync(
        new SaveSuperior { Seen = null, Office = "Sekretaris Daerah Kabupaten Lebak", Place = "Rangkasbitung" }, await agency.ActAsync("admin"));
}
