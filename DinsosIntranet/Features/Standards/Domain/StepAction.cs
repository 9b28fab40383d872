namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// What is done at a step. The files name it by code; the capability it belongs to builds its panel.
/// <paramref name="IsPlainMove"/>: choosing an outcome is all there is to it; every other step is left through the service
/// of its capability, never by a bare move. <paramref name="PreparesLetter"/>: the step makes the letter that a later one signs
/// and hands over.
/// </summary>
public sealed record StepAction(string Code, string Name, string Capability, bool IsPlainMove = false, bool PreparesLetter = false);

/// <summary>
/// The component the request page shows at a step of this action. Each capability registers its own. One that shows
/// <paramref name="ShowsNoContent">nothing of what the request is about</paramref> is shown for rahasia requests too.
/// </summary>
public sealed record ActionPanel(string Action, Type Component, bool ShowsNoContent = false);

/// <summary>The words a standard may use for what is done at a step.</summary>
public static class StepActions
{
    public const string Receive = "receive";
    public const string Forward = "forward";
    public const string Dispose = "dispose";
    public const string Assign = "assign";
    public const string Verify = "verify";
    public const string Decide = "decide";
    public const string Sign = "sign";
    public const string HandOver = "hand-over";
    public const string Refer = "refer";
    public const string Notify = "notify";
    public const string Close = "close";
    public const string Compose = "letter.compose";

    public static IReadOnlyList<StepAction> All { get; } =
    [
        new(Receive, "Terima permohonan", "Intake"),
        new(Forward, "Teruskan", "Desks"),
        new(Dispose, "Disposisi", "Dispositions"),
        new(Assign, "Tugaskan", "Dispositions"),
        new(Verify, "Verifikasi", "Desks", IsPlainMove: true),
        new(Decide, "Putuskan", "Desks", IsPlainMove: true),
        new(Sign, "Tanda tangan", "Letters"),
        new(HandOver, "Serahkan kepada pemohon", "Intake"),
        new(Refer, "Rujuk", "Desks", IsPlainMove: true),
        new(Notify, "Beri tahu pemohon", "Desks", IsPlainMove: true),
        new(Close, "Tutup", "Desks", IsPlainMove: true),
        new(Compose, "Susun surat", "TemplateLetters", PreparesLetter: true),
        new("dtks.check", "Cek SIKS-NG", "Dtks"),
        new("dtks.print", "Siapkan surat keterangan", "Dtks", PreparesLetter: true),
        new("information.decide", "Putuskan permohonan informasi", "PublicInformation"),
        new("information.refuse", "Jelaskan pengecualian", "PublicInformation"),
        new("information.provide", "Siapkan informasi", "PublicInformation"),
        new("information.hand-over", "Serahkan informasi", "PublicInformation"),
        new("complaint.review", "Telaah pengaduan", "Complaints"),
        new("complaint.handle", "Tangani pengaduan", "Complaints"),
        new("complaint.pass-on", "Teruskan ke instansi lain", "Complaints"),
        new("complaint.hand-up", "Serahkan ke atasan Kepala Dinas", "Complaints"),
        new("complaint.form-team", "Bentuk tim pengaduan", "Complaints"),
        new("complaint.investigate", "Periksa pengaduan", "Complaints"),
        new("complaint.approve", "Sahkan hasil pemeriksaan", "Complaints"),
        new("complaint.reply", "Jawab pengadu", "Complaints"),
        new("complaint.respond", "Catat tanggapan pengadu", "Complaints"),
        new("case.report", "Catat laporan kasus", "VictimCases"),
        new("case.assess", "Asesmen", "VictimCases"),
        new("case.handle", "Tangani kasus", "VictimCases"),
        new("case.refer", "Rujuk korban", "VictimCases"),
        new("case.court", "Dampingi di pengadilan", "VictimCases"),
        new("case.monitor", "Pantau dan tutup kasus", "VictimCases"),
        new("repatriation.verify", "Verifikasi migran", "Repatriation"),
        new("repatriation.refer", "Rujuk migran", "Repatriation"),
        new("repatriation.plan", "Bentuk tim dan siapkan penjemputan", "Repatriation"),
        new("repatriation.escort", "Antar ke daerah asal", "Repatriation"),
    ];
}
