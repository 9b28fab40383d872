using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Demo;

/// <summary>One invented member of staff of the demonstration.</summary>
internal sealed record DemoPerson(string UserName, string FullName, string NameWithTitles, string Position, StaffRole Role, string? Unit, string? Nip, string? Rank = null, string? OfficialTitle = null);

/// <summary>
/// An invented agency with staff for every role, made at the first start in Development. All NIPs contain 30 February and
/// all NIKs lie in district 360299, so that nobody real is meant.
/// </summary>
internal sealed class DemoAgency(IDbContextFactory<DinsosDbContext> factory, IPasswordHasher<StaffAccount> hasher, ChangeFeed feed, TimeProvider time)
{
    public const string Password = "contoh-loket-2026";

    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("nani", "Nani Rohaeni", "Nani Rohaeni, S.Kom.", "Front Office", StaffRole.FrontOffice, null, "198802302014032011"),
        new("tati", "Tati Suhartini", "Tati Suhartini", "Front Office", StaffRole.FrontOffice, null, null),
        new("dedi", "Dedi Supriatna", "Dedi Supriatna, S.AP.", "Sekretariat", StaffRole.Secretariat, "sekretariat", "198502302010011007"),
        new("ratna", "Ratna Kusumawardani", "Dra. Hj. Ratna Kusumawardani, M.Si.", "Kepala Dinas", StaffRole.HeadOfAgency, null, "197002301995032007", "Pembina Utama Muda (IV/c)", "Kepala Dinas Sosial"),
        new("hendra", "Hendra Gunawan", "Hendra Gunawan, S.Sos., M.AP.", "Sekretaris Dinas", StaffRole.AgencySecretary, "sekretariat", "197402301999031004", "Pembina Tingkat I (IV/b)", "Sekretaris Dinas Sosial"),
        new("asep", "Asep Mulyadi", "Asep Mulyadi, S.Sos.", "Kabid Linjamsos", StaffRole.HeadOfDivision, "linjamsos", "197802302003121005", "Pembina (IV/a)", "Kepala Bidang Perlindungan dan Jaminan Sosial"),
        new("yusup", "Yusup Hidayat", "Yusup Hidayat, S.T.", "Operator SIKS-NG", StaffRole.DtksOperator, "linjamsos", "199102302019031009"),
        new("euis", "Euis Nurhayati", "Euis Nurhayati", "Operator SIKS-NG", StaffRole.DtksOperator, "linjamsos", null),
        new("wahyu", "Wahyu Firmansyah", "Wahyu Firmansyah, S.Sos.", "Kabid Dayasos", StaffRole.HeadOfDivision, "dayasos", "197902302005011006", "Pembina (IV/a)", "Kepala Bidang Pemberdayaan Sosial"),
        new("imas", "Imas Masitoh", "Imas Masitoh, S.Psi.", "Kabid Rehsos", StaffRole.HeadOfDivision, "rehsos", "198002302006042008", "Penata Tingkat I (III/d)", "Kepala Bidang Rehabilitasi Sosial"),
        new("lina", "Lina Marlina", "Lina Marlina, S.H.", "Kabid PPPA", StaffRole.HeadOfDivision, "pppa", "198102302007012010", "Penata Tingkat I (III/d)", "Kepala Bidang Pemberdayaan Perempuan dan Perlindungan Anak"),
        new("lilis", "Lilis Komariah", "Lilis Komariah, S.I.Kom.", "Staf PPID", StaffRole.PpidOfficer, "sekretariat", "199302302020122012"),
        new("gilang", "Gilang Ramadhan", "Gilang Ramadhan, S.Tr.Sos.", "Pekerja Sosial", StaffRole.SocialWorker, "rehsos", "199402302022031013"),
        new("yayah", "Yayah Rokayah", "Yayah Rokayah, S.Tr.Sos.", "Petugas Dayasos", StaffRole.SocialWorker, "dayasos", "199602302022032019"),
        new("sari", "Sari Wulandari", "Sari Wulandari, S.Tr.Sos.", "Petugas PPPA", StaffRole.SocialWorker, "pppa", "199502302022032017"),
        new("opik", "Opik Taufik", "Opik Taufik, S.Sos.", "Pengelola Pengaduan", StaffRole.ComplaintOfficer, "sekretariat", "198602302011011014"),
        new("maman", "Maman Abdurahman", "Maman Abdurahman, S.E.", "Pengawas", StaffRole.Supervisor, null, "197602302001121015"),
        new("admin", "Rudi Hartono", "Rudi Hartono, S.Kom.", "Administrator", StaffRole.Administrator, null, "198902302015031016"),
    ];

    public async Task CreateAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.AgencyProfiles.AnyAsync(cancellationToken))
        {
            return;
        }

        db.AgencyProfiles.Add(new AgencyProfile
        {
            Id = Guid.CreateVersion7(),
            Name = "Dinas Sosial",
            Regency = "Kabupaten Lebak",
            RegencyCode = "36.02",
            Seat = "Rangkasbitung",
            TimeZoneId = "Asia/Jakarta",
            AddressLines = "Jl. Jenderal Sudirman No. 30 Km 03, Narimbang Mulya, Rangkasbitung 42319\nTelepon (0252) 5285255, Pos-el dinsos.lebakkab@gmail.com",
            UnitCodeInNumbers = "Dinsos",
            LetterNumberPattern = "{kode}/{urut:000}/{unit}/{bulan}/{tahun}",
            DefaultSigningMode = nameof(SigningMode.Wet),
            HelpLine = "Administrator, pesawat 114",
            Version = Guid.CreateVersion7(),
        });

        // One hash for all: each costs a tenth of a second, and the password is on the sign-in page anyway.
        var hash = hasher.HashPassword(null!, Password);
        foreach (var person in People)
        {
            AddPerson(db, person, hash);
        }

        await db.SaveChangesAsync(cancellationToken);

        // The demonstration's requests lie some working days back, so its standards must have been in force by then.
        var inForce = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddMonths(-1);
        await db.StandardPlans.ExecuteUpdateAsync(set => set.SetProperty(p => p.From, inForce), cancellationToken);
        feed.Publish(Topic.Agency, Guid.Empty);
    }

    private void AddPerson(DinsosDbContext db, DemoPerson person, string hash)
    {
        var account = new StaffAccount
        {
            Id = Guid.CreateVersion7(),
            UserName = person.UserName,
            NormalizedUserName = person.UserName.ToUpperInvariant(),
            FullName = person.FullName,
            Position = person.Position,
            Nip = person.Nip,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        account.Roles.Add(new RoleAssignment { Id = Guid.CreateVersion7(), UserId = account.Id, Role = person.Role, UnitCode = person.Unit });
        db.Users.Add(account);
        if (person.OfficialTitle is { } title)
        {
            db.Officials.Add(new Official
            {
                Id = Guid.CreateVersion7(),
                UserId = account.Id,
                NameWithTitles = person.NameWithTitles,
                Rank = person.Rank!,
                Nip = person.Nip!,
                Role = person.Role,
                UnitCode = person.Role == StaffRole.HeadOfAgency ? null : person.Unit,
                PositionTitle = title,
                From = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddYears(-1),
            });
        }
    }
}

/// <summary>Offers the demonstration's accounts on the sign-in page, in Development only.</summary>
internal sealed class DemoAccountList(IHostEnvironment environment) : DemoAccounts
{
    public override IReadOnlyList<DemoAccount> Accounts { get; } = environment.IsDevelopment()
        ? [.. DemoAgency.People.Select(p => new DemoAccount(p.Position, p.FullName, p.UserName))]
        : [];

    public override string? Password => Accounts.Count > 0 ? DemoAgency.Password : null;
}
