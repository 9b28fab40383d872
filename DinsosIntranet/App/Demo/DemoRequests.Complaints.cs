using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

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

        PlanExamination();

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

    /// <summary>A heavy one whose team has met and been to the village, and has not written its result yet.</summary>
    private void PlanExamination()
    {
        var heavy = Complain(
            2_000,
            new ComplaintInput
            {
                Channel = "surat",
                Anonymity = Anonymity.Secret,
                Name = "Titin Kartini",
                Address = "Kp. Contoh Tonggoh",
                Contact = "081200000079",
                AnswerWay = "surat",
                Unit = "rehsos",
                OtherAccused = "Pendamping bantuan di desa",
                Description = "Kartu bantuan dipegang pendamping, dan tiap pencairan dipotong.",
                EventWhen = "Sejak Agustus",
                EventPlace = "Desa Contoh",
                Loss = "Rp100.000 tiap pencairan",
                Demand = "Kartu dikembalikan dan potongan dihentikan.",
            });
        Review(heavy, 1_950, "berkadar-pengawasan", ReviewWay.Team);
        Add(heavy, 1_900, "ratna", (id, act) => complaints.FormTeamAsync(
            id,
            new AssignmentInput
            {
                Members =
                [
                    new MemberInput { StaffId = _staff["imas"], Duty = ComplaintTeam.Lead, IsLead = true },
                    new MemberInput { StaffId = _staff["gilang"], Duty = ComplaintTeam.Member },
                    new MemberInput { Name = "Yuyun Wahyuni", Position = "Auditor Inspektorat Kabupaten Lebak", Duty = ComplaintTeam.Member },
                ],
                Basis = "Telaah pengelola pengaduan dan petunjuk Kepala Dinas",
                Task = "Memeriksa pengaduan di Desa Contoh",
                Place = "Desa Contoh, Kecamatan Cikulur",
                From = _clock!.DateOf(act.Now),
                Until = _clock.DateOf(act.Now).AddDays(30),
                Vehicle = "Kendaraan dinas",
            },
            act));
        Add(heavy, 1_850, "ratna", async (id, act) =>
        {
            await using var db = await factory.CreateDbContextAsync();
            var letter = await db.Letters.Where(l => l.RequestId == id && l.Status == LetterStatus.Draft).Select(l => l.Id).FirstAsync();
            return await letters.ApproveAsync(new ApproveLetter { LetterId = letter, Mode = SigningMode.AgencySeal, Password = DemoAgency.Password }, act);
        });
        Add(heavy, 1_845, "ratna", (id, act) => complaints.BeginTeamWorkAsync(id, act));
        Log(heavy, 1_400, "imas", LogKind.Meeting, "Ruang rapat dinas", "Seluruh anggota tim", "Pembagian tugas dan daftar warga yang akan ditemui.");
        Log(heavy, 500, "gilang", LogKind.FieldVisit, "Balai Desa Contoh", "Kepala desa dan enam penerima bantuan", "Empat kartu masih dipegang pendamping; dua penerima menunjukkan catatan potongan.");
    }

    private void Log(Guid complaint, double minutesAgo, string by, LogKind kind, string place, string people, string found) =>
        Add(complaint, minutesAgo, by, async (id, act) =>
        {
            var added = await complaints.AddLogAsync(id, new LogInput { Kind = kind, HappenedOn = _clock!.DateOf(act.Now), Place = place, People = people, Found = found }, act);
            return added.IsOk ? Outcome.Ok() : added.AsFailure();
        });

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
