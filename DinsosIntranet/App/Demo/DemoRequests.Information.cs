using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Demo;

/// <summary>Requests for public information: given, refused, waiting for a signature, to be decided, and one whose limit of the law has passed.</summary>
internal sealed partial class DemoRequests
{
    private const string InformationStandard = "informasi";

    /// <summary>Minutes: long enough that the limit of the law lies behind it.</summary>
    private const double UnansweredSince = 5_400;

    private void PlanInformation()
    {
        var people = DemoResidents.People;

        // Never completed: the promise has not begun, the limit of the law has passed all the same.
        var unanswered = RegisterInformation(people[2], "Laporan kinerja dinas tahun 2025", "Penelitian", UnansweredSince, isComplete: false);
        if (_clock!.HasPassed(UnansweredSince, workingDays: 10, 200))
        {
            var silence = Object(unanswered, 200, "c", "Sudah lewat sepuluh hari kerja dan belum ada jawaban.");
            Add(silence, 150, "ratna", (id, act) => objections.DecideAsync(
                id, new ObjectionVerdict { Decision = ObjectionDecision.Accepted, Reason = "Laporan kinerja termasuk informasi berkala dan harus diberikan.", ProvideDays = 5 }, act));
            Sign(unanswered, 140, LetterKinds.ObjectionAnswer);
            Add(silence, 100, "nani", (id, act) => objections.ConveyAsync(id, DeliveryWay.Collect, act));
        }

        var given = RegisterInformation(people[4], "Jumlah penerima bantuan sosial per kecamatan tahun 2026", "Bahan rapat desa", 2_200);
        ToInformationDesk(given, 2_150);
        Decide(given, 1_900, InformationDecision.Granted);
        Gather(given, 1_860, "Rekap penerima bantuan sosial per kecamatan 2026");
        Sign(given, 1_700, LetterKinds.InformationNotice);
        Add(given, 1_600, "lilis", (id, act) => information.ConveyNoticeAsync(id, DeliveryWay.Collect, act));
        Add(given, 1_500, "lilis", (id, act) => information.PrepareHandOverAsync(
            id, new InformationHandOverInput { Way = DeliveryWay.Collect, ReceiverName = people[4].Name, ReceiverIdentity = people[4].Nik }, act));
        Add(given, 1_495, "lilis", (id, act) => information.CompleteHandOverAsync(id, isSignedByBoth: true, act));

        var refused = RegisterInformation(people[7], "Daftar nama dan alamat korban KDRT tahun 2026", "Penulisan berita", 1_800);
        ToInformationDesk(refused, 1_760);
        Add(refused, 1_400, "lilis", (id, act) => information.AddTestAsync(id, Test(), act));
        Decide(refused, 1_395, InformationDecision.Excluded);
        Add(refused, 1_390, "lilis", (id, act) => information.SubmitRefusalAsync(id, "Rekap tanpa identitas dapat diminta.", act));
        Sign(refused, 1_200, LetterKinds.InformationRefusal, "hendra");
        Add(refused, 1_100, "lilis", (id, act) => information.ConveyRefusalAsync(id, DeliveryWay.Post, act));
        Object(refused, 600, "a", "Yang diperlukan hanya jumlah per kecamatan, bukan nama dan alamat.");

        var unsigned = RegisterInformation(people[9], "Rencana strategis dinas 2025 sampai 2029", "Skripsi", 900);
        ToInformationDesk(unsigned, 860);
        Decide(unsigned, 500, InformationDecision.Granted);
        Gather(unsigned, 470, "Rencana strategis Dinas Sosial 2025-2029");

        var flagged = RegisterInformation(people[10], "Jumlah korban kekerasan per kecamatan", "Usulan kegiatan", 400);
        ToInformationDesk(flagged, 370);
        RegisterInformation(people[5], "Daftar lembaga kesejahteraan sosial yang terdaftar", "Kerja sama", 30);
    }

    private Guid RegisterInformation(PersonInput applicant, string detail, string purpose, double minutesAgo, bool isComplete = true)
    {
        var command = new RegisterRequest
        {
            RequestId = Guid.CreateVersion7(),
            StandardCode = InformationStandard,
            ChannelCode = "tatap-muka",
            Applicant = applicant,
            Requirements = [new RequirementInput("identitas", true), new RequirementInput("formulir", isComplete)],
            Answers = new Dictionary<string, string>
            {
                [InformationAnswers.Kind] = "perorangan",
                [InformationAnswers.Occupation] = "Wiraswasta",
                [InformationAnswers.Detail] = detail,
                [InformationAnswers.Purpose] = purpose,
                [InformationAnswers.Obtain] = "salinan",
                [InformationAnswers.CopyForm] = "hardcopy",
                [InformationAnswers.Delivery] = "ambil-langsung",
            },
        };
        Add(command.RequestId, minutesAgo, "tati", async (_, act) => await intake.RegisterAsync(command, act));
        return command.RequestId;
    }

    /// <summary>Agenda, the head's disposition to the secretary, and the secretary's to the information desk.</summary>
    private void ToInformationDesk(Guid request, double minutesAgo)
    {
        Forward(request, minutesAgo);
        Add(request, minutesAgo - 10, "ratna", async (id, act) => await dispositions.GiveAsync(
            new GiveDisposition { RequestId = id, ToDeskCode = "sekretaris-dinas", Instructions = ["siapkan-jawaban"] }, act));
        Add(request, minutesAgo - 20, "hendra", async (id, act) => await dispositions.GiveAsync(
            new GiveDisposition { RequestId = id, ToDeskCode = "staf-ppid", Instructions = ["proses-lanjut"] }, act));
    }

    private void Decide(Guid request, double minutesAgo, InformationDecision decision) =>
        Add(request, minutesAgo, "lilis", (id, act) => information.DecideAsync(id, new DecisionInput { Decision = decision }, act));

    /// <summary>One document on paper, and the notice that offers it.</summary>
    private void Gather(Guid request, double minutesAgo, string title)
    {
        Add(request, minutesAgo, "lilis", (id, act) => information.AddItemAsync(id, new InformationItemInput { Title = title, Form = CopyForm.Hard, Quantity = 12 }, act));
        Add(request, minutesAgo - 2, "lilis", (id, act) => information.SubmitNoticeAsync(id, new NoticeInput(), act));
    }

    /// <summary>An objection received at the counter that day.</summary>
    private Guid Object(Guid request, double minutesAgo, string ground, string caseText)
    {
        var objection = Guid.CreateVersion7();
        Add(request, minutesAgo, "nani", async (id, act) => await objections.RegisterAsync(
            objection, id, new ObjectionInput { ReceivedOn = _clock!.DateOf(act.Now), Grounds = [ground], CaseText = caseText, Purpose = "Penelitian dan penulisan" }, act));
        return objection;
    }

    private void Sign(Guid request, double minutesAgo, string kind, string by = "ratna") =>
        Add(request, minutesAgo, by, async (id, act) =>
        {
            await using var db = await factory.CreateDbContextAsync();
            var letter = await db.Letters.Where(l => l.RequestId == id && l.Kind == kind && l.Status == LetterStatus.Draft).Select(l => l.Id).FirstAsync();
            return await letters.ApproveAsync(new ApproveLetter { LetterId = letter, Mode = SigningMode.AgencySeal, Password = DemoAgency.Password }, act);
        });

    private static ExclusionTestInput Test() => new()
    {
        Information = "Nama dan alamat korban kekerasan dalam rumah tangga",
        Grounds = ["a", "h"],
        IfOpened = "Korban dapat ditemukan pelaku, dan rahasia pribadinya terbuka.",
        IfClosed = "Korban terlindungi dan berani melapor.",
        Period = "selama korban tidak mengizinkan",
    };
}
