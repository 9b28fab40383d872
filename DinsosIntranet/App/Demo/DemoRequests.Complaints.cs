using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Dispositions;

namespace DinsosIntranet.App.Demo;

/// <summary>Complaints: answered at once, answered by a division, passed on, about the head, and some that are still on their way.</summary>
internal sealed partial class DemoRequests
{
    private void PlanComplaints()
    {
        Complain(
            2_600,
            new ComplaintInput
            {
                Channel = "tatap-muka",
                Anonymity = Anonymity.Open,
                Name = "Maryati",
                Address = "Kp. Contoh RT 03/02",
                AnswerWay = "langsung",
                Description = "Dua kali datang, loket sudah tutup sebelum pukul 12.00.",
                EventWhen = "Senin dan Selasa lalu",
                EventPlace = "Loket pelayanan",
                IsAnswered = true,
                Answer = new AtOnceAnswer { ById = _staff["asep"], Text = "Jam loket dijelaskan dan dipasang di pintu; petugas pengganti ditetapkan.", Reaction = Reaction.Accepted },
            });

        var answered = Complain(
            2_400,
            new ComplaintInput
            {
                Channel = "lapor",
                Ticket = "10293847",
                Anonymity = Anonymity.Open,
                Name = "Sobari",
                Address = "Kp. Contoh Kidul",
                AnswerWay = "lapor",
                LinkedStandard = "dtks",
                Unit = "linjamsos",
                Description = "Sudah dua bulan menunggu penjelasan mengapa tidak lagi terdaftar di DTSEN.",
                Demand = "Penjelasan tertulis.",
            });
        Review(answered, 2_300, "normatif", ReviewWay.Agenda);
        ToDivision(answered, 2_200, "kabid-linjamsos");
        Add(answered, 1_300, "asep", (id, act) => complaints.AnswerAsync(
            id, new AnswerInput { Text = "Desil keluarga berubah menurut pemutakhiran triwulan. Cara mengusulkan ulang sudah dijelaskan.", Way = "lapor", Reaction = Reaction.Accepted }, act));

        var secret = Complain(
            1_500,
            new ComplaintInput
            {
                Channel = "surat",
                Anonymity = Anonymity.Secret,
                Name = "Neneng Sumiati",
                Address = "Kp. Contoh Girang",
                Contact = "081200000077",
                SafeContact = "hanya WA, sore hari",
                AnswerWay = "telepon",
                Accused = [_staff["euis"]],
                LinkedStandard = "dtks",
                Description = "Diminta uang rokok untuk mempercepat pengecekan data.",
                EventWhen = "Minggu lalu",
                EventPlace = "Ruang operator",
                Loss = "Rp50.000",
            });
        Review(secret, 1_400, "berkadar-pengawasan", ReviewWay.Agenda);
        ToDivision(secret, 1_300, "sekretaris-dinas");

        var handled = Complain(
            1_000,
            new ComplaintInput
            {
                Channel = "telepon",
                Anonymity = Anonymity.Open,
                Name = "Udin Saepudin",
                Address = "Kp. Contoh Lebak",
                Contact = "081200000078",
                AnswerWay = "telepon",
                Unit = "rehsos",
                Description = "Petugas penjangkauan tidak datang pada hari yang dijanjikan.",
                EventWhen = "Kamis minggu lalu",
                EventPlace = "Rumah pengadu",
            });
        Review(handled, 950, "tidak-berkadar-pengawasan", ReviewWay.Agenda);
        ToDivision(handled, 900, "kabid-rehsos");

        var passedOn = Complain(
            700,
            new ComplaintInput { Channel = "media-sosial", Anonymity = Anonymity.Anonymous, AnswerWay = "media-sosial", AnswerTo = "akun pengirim", Description = "Pelayanan kartu berobat di puskesmas lambat.", EventPlace = "Puskesmas" });
        Review(passedOn, 650, "normatif", ReviewWay.PassOn);
        Add(passedOn, 600, "opik", (id, act) => complaints.SubmitTransferAsync(
            id, new TransferInput { GroundCode = "dinas-lain", Body = "Kepala Dinas Kesehatan Kabupaten Lebak", Place = "Rangkasbitung", Reason = "Pelayanan puskesmas di bawah Dinas Kesehatan." }, act));

        var aboutHead = Complain(
            500, new ComplaintInput { Channel = "kotak", Anonymity = Anonymity.Anonymous, AnswerWay = "tanpa-jawaban", Accused = [_staff["ratna"]], Description = "Rombongan tamu didahulukan dari warga yang sudah antre." });
        Review(aboutHead, 450, "berkadar-pengawasan", ReviewWay.HandUp);

        Complain(60, new ComplaintInput { Channel = "kotak", Anonymity = Anonymity.Anonymous, AnswerWay = "tanpa-jawaban", Description = "Kursi ruang tunggu kurang, warga lanjut usia berdiri lama.", EventPlace = "Ruang tunggu" });
    }

    private Guid Complain(double minutesAgo, ComplaintInput input)
    {
        Add(input.Id, minutesAgo, "nani", async (_, act) =>
        {
            input.ReceivedOn = (await agencies.GetAsync()).DateOf(act.Now);
            return await complaints.RegisterAsync(input, act);
        });
        return input.Id;
    }

    private void Review(Guid complaint, double minutesAgo, string classCode, ReviewWay way) =>
        Add(complaint, minutesAgo, "opik", (id, act) => complaints.ReviewAsync(id, new ReviewInput { ClassCode = classCode, Way = way }, act));

    private void ToDivision(Guid complaint, double minutesAgo, string desk)
    {
        Forward(complaint, minutesAgo);
        Add(complaint, minutesAgo - 5, "ratna", async (id, act) => await dispositions.GiveAsync(new GiveDisposition { RequestId = id, ToDeskCode = desk, Instructions = ["tindak-lanjut", "siapkan-jawaban"] }, act));
    }
}
