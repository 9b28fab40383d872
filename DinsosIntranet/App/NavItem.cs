using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.App;

/// <summary>One entry of the menu. What a person may not open is not shown, rather than shown disabled.</summary>
public sealed record NavItem(string Group, string Text, string Href, Predicate<Actor> IsFor)
{
    private const string Work = "Kerja";
    private const string Services = "Layanan";
    private const string Archive = "Arsip";
    private const string Watch = "Pantau";
    private const string Setup = "Atur";

    public static IReadOnlyList<NavItem> All { get; } =
    [
        new(Work, "Meja saya", "/", _ => true),
        new(Work, "Buku tamu", "/buku-tamu", a => a.Has(StaffRole.FrontOffice)),
        new(Work, "Disposisi", "/disposisi", a => a.Has(StaffRole.Secretariat) || IsHead(a) || IsDesk(a)),
        new(Work, "Tanda tangan", "/tanda-tangan", IsHead),
        new(Work, "Permohonan", "/permohonan", SeesRequests),
        new(Work, "Siap diserahkan", "/siap-diserahkan", a => a.Has(StaffRole.FrontOffice)),
        new(Services, "Informasi publik", "/informasi", a => Policies.Admits(Policies.Information, a)),
        new(Services, "Pengaduan", "/pengaduan", a => Policies.Admits(Policies.Complaints, a)),
        new(Services, "Pengaduan baru", "/pengaduan/baru", a => Policies.Admits(Policies.ComplaintIntake, a) && !Policies.Admits(Policies.Complaints, a)),
        new(Services, "Kasus", "/kasus", a => Policies.Admits(Policies.Cases, a)),
        new(Services, "Laporan kekerasan", "/kasus/baru", a => a.Has(StaffRole.FrontOffice)),
        new(Services, "Pemulangan migran", "/pemulangan", a => Policies.Admits(Policies.Repatriation, a)),
        new(Services, "Konsultasi", "/kasus/konsultasi", a => a.HasAny(StaffRole.FrontOffice, StaffRole.SocialWorker)),
        new(Services, "Standar layanan", "/standar", a => a.Has(StaffRole.FrontOffice)),
        new(Services, "Gabungkan data orang", "/orang/gabung", a => a.HasAny(StaffRole.FrontOffice, StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary)),
        new(Archive, "Agenda", "/agenda", a => SeesRequests(a) && !IsCounterOnly(a)),
        new(Archive, "Surat", "/surat", a => SeesRequests(a) && !IsCounterOnly(a)),
        new(Archive, "Retensi kasus", "/kasus/retensi", a => Policies.Admits(Policies.CaseRetention, a)),
        new(Archive, "Verifikasi surat", "/verifikasi", SeesRequests),
        new(Watch, "Papan", "/papan", SeesRequests),
        new(Watch, "Jejak", "/jejak", a => IsHead(a) || a.Has(StaffRole.Supervisor)),
        new(Watch, "Rekap kasus", "/kasus/rekap", a => a.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.Supervisor)),
        new(Watch, "Persetujuan peran", "/persetujuan-peran", a => a.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary)),
        new(Watch, "Versi standar", "/pengaturan/standar", a => a.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary) && !a.Has(StaffRole.Administrator)),
        new(Setup, "Pengaturan", "/pengaturan", a => a.Has(StaffRole.Administrator)),
        new(Setup, "Standar layanan", "/standar", a => a.Has(StaffRole.Administrator) && !a.Has(StaffRole.FrontOffice)),
        new(Setup, "Jejak", "/jejak", a => a.Has(StaffRole.Administrator) && !IsHead(a) && !a.Has(StaffRole.Supervisor)),
    ];

    /// <summary>Heads read and sign on the phone too: they get the bar at the bottom.</summary>
    public static bool IsHead(Actor actor) => actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.HeadOfDivision);

    /// <summary>Who may open a new request: F2 and the button lead there.</summary>
    public static bool MayRegister(Actor actor) => actor.Has(StaffRole.FrontOffice);

    /// <summary>Administrators look after accounts and settings, never after cases.</summary>
    public static bool SeesRequests(Actor actor) =>
        IsHead(actor) || IsDesk(actor) || actor.HasAny(StaffRole.FrontOffice, StaffRole.Secretariat, StaffRole.Supervisor);

    /// <summary>Whether this entry is the current one: the longest entry that begins the path.</summary>
    public bool Covers(string path) =>
        Href == "/" ? path == "/" : path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);

    private static bool IsDesk(Actor actor) =>
        actor.HasAny(StaffRole.DtksOperator, StaffRole.PpidOfficer, StaffRole.SocialWorker, StaffRole.ComplaintOfficer);

    private static bool IsCounterOnly(Actor actor) => actor.Roles.All(r => r.Role == StaffRole.FrontOffice);
}
