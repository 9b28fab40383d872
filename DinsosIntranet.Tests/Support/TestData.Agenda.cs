using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;

namespace DinsosIntranet.Tests.Support;

/// <summary>Incoming letters that are no requests, registered and disposed through the services.</summary>
public sealed partial class TestData
{
    public static LetterInput Letter(string sender = "Sekretariat Daerah", bool isSecret = false) => new()
    {
        Sender = sender,
        Number = "400.9/87/Um",
        DatedOn = new DateOnly(2026, 11, 20),
        ReceivedOn = new DateOnly(2026, 11, 23),
        Subject = "Undangan rapat koordinasi",
        Urgency = Urgency.Urgent,
        IsSecret = isSecret,
        AttachmentCount = 1,
    };

    public async Task<AgendaEntry> RegisterLetterAsync(LetterInput? input = null) =>
        (await agency.Get<AgendaService>().RegisterAsync(Guid.CreateVersion7(), input ?? Letter(), await agency.ActAsync("dedi"))).Value;

    public static DispositionContent Content(string desk, Guid? person = null, DateOnly? due = null) => new(desk, person, ["proses-lanjut"], null, due);

    /// <summary>The head gives it to the head of division.</summary>
    public async Task<Disposition> LetterToDivisionAsync(Guid letterId, DateOnly? due = null) =>
        (await agency.Get<DispositionService>().GiveOnLetterAsync(new GiveOnLetter(letterId, null, Content("kabid-linjamsos", due: due)), await agency.ActAsync("ratna"))).Value;

    /// <summary>The head of division passes on to one of the operators.</summary>
    public async Task<Disposition> LetterToEuisAsync(Guid letterId, Guid parentId) =>
        (await agency.Get<DispositionService>().GiveOnLetterAsync(new GiveOnLetter(letterId, parentId, Content("operator-siks-ng", agency.UserId("euis"))), await agency.ActAsync("asep"))).Value;
}
