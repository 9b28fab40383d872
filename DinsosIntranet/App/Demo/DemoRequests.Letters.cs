using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.App.Demo;

/// <summary>Letters of the agenda book: one waits for the head, one was passed on to a member of staff, one is rahasia.</summary>
internal sealed partial class DemoRequests
{
    private void PlanLetters()
    {
        var circular = Letter(150, new LetterInput
        {
            Sender = "Bagian Organisasi Sekretariat Daerah",
            Number = "000.8.3/212/Org",
            Subject = "Permintaan data standar pelayanan tahun berjalan",
            Urgency = Urgency.Urgent,
            AttachmentCount = 1,
        });
        var toDivision = Guid.Empty;
        Add(circular, 140, "ratna", async (id, act) => Keep(await dispositions.GiveOnLetterAsync(
            new GiveOnLetter(id, null, new DispositionContent("kabid-linjamsos", null, ["proses-lanjut"], "Siapkan datanya", Today(act.Now).AddDays(2))), act), given => toDivision = given));
        Add(circular, 131, "asep", async (id, act) => await dispositions.GiveOnLetterAsync(
            new GiveOnLetter(id, toDivision, new DispositionContent("operator-siks-ng", _staff["euis"], ["proses-lanjut"], null, Today(act.Now).AddDays(1))), act));
        Letter(40, new LetterInput
        {
            Sender = "Sekretariat Daerah",
            Number = "400.9/87/Um",
            Subject = "Undangan rapat koordinasi penanggulangan kemiskinan",
            Urgency = Urgency.VeryUrgent,
            AttachmentCount = 2,
        });
        Letter(28, new LetterInput
        {
            Sender = "Unit perlindungan perempuan dan anak",
            Number = "R/14/2026",
            Subject = "Permintaan pendampingan",
            Urgency = Urgency.Urgent,
            IsSecret = true,
        });

        Guid Letter(double minutesAgo, LetterInput input)
        {
            var id = Guid.CreateVersion7();
            Add(id, minutesAgo, "dedi", async (entry, act) =>
            {
                (input.ReceivedOn, input.DatedOn) = (Today(act.Now), Today(act.Now).AddDays(-1));
                return await agenda.RegisterAsync(entry, input, act);
            });
            return id;
        }

        DateOnly Today(DateTime moment) => _clock!.DateOf(moment);

        static Outcome<Disposition> Keep(Outcome<Disposition> outcome, Action<Guid> keep)
        {
            if (outcome.IsOk)
            {
                keep(outcome.Value.Id);
            }

            return outcome;
        }
    }
}
