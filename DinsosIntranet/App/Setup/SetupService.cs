using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Setup;

/// <summary>
/// Makes an empty installation an agency with its first administrator. The steps are saved as they are taken; only the last
/// one makes anything real, and only once, whoever is first.
/// </summary>
public sealed class SetupService(
    WriteRunner writes,
    DraftStore drafts,
    RegionCatalog regions,
    AgencyDirectory agencies,
    IPasswordHasher<StaffAccount> hasher,
    PasswordGate passwords,
    SetupDoor door,
    TimeProvider time)
{
    public const string AlreadyDone = "Instalasi ini sudah disiapkan.";
    private const string DraftKey = "penyiapan";
    private const string FirstPosition = "Administrator";
    private const int MostAddressLines = 4;

    public static IReadOnlyList<(string Id, string Text)> TimeZones { get; } =
        [("Asia/Jakarta", "WIB, Waktu Indonesia Barat"), ("Asia/Makassar", "WITA, Waktu Indonesia Tengah"), ("Asia/Jayapura", "WIT, Waktu Indonesia Timur")];

    public async Task<SetupDraft> ReadAsync(CancellationToken cancellationToken = default) =>
        (await drafts.FindAsync<SetupDraft>(Guid.Empty, DraftKey, cancellationToken))?.Content ?? new SetupDraft(null, null);

    public async Task<Outcome> SaveAgencyAsync(SetupAgency agency, CancellationToken cancellationToken = default)
    {
        var refusals = Check(agency);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var trimmed = agency with
        {
            Name = agency.Name.Trim(),
            Seat = agency.Seat.Trim(),
            AddressLines = string.Join('\n', Lines(agency.AddressLines)),
            UnitCodeInNumbers = agency.UnitCodeInNumbers.Trim(),
            HelpLine = agency.HelpLine.Trim(),
        };
        await drafts.SaveAsync(Guid.Empty, DraftKey, await ReadAsync(cancellationToken) with { Agency = trimmed }, cancellationToken);
        return Outcome.Ok();
    }

    public async Task<Outcome> SaveAdministratorAsync(SaveAdministrator command, CancellationToken cancellationToken = default)
    {
        var draft = await ReadAsync(cancellationToken);
        var refusals = AccountChecks.Check(Particulars(command.UserName, command.FullName, command.Nip));
        var keeps = command.Password.Length == 0 && command.Repeated.Length == 0 ? draft.Administrator?.PasswordHash : null;
        if (keeps is null)
        {
            refusals.AddRange(PasswordRules.Check(new ChangePassword { Current = "", New = command.Password, Repeated = command.Repeated }, command.FullName));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var hash = keeps ?? await passwords.CheckAsync(() => hasher.HashPassword(null!, command.Password), cancellationToken);
        var administrator = new SetupAdministrator(command.UserName.Trim(), command.FullName.Trim(), AccountChecks.DigitsOf(command.Nip), hash);
        await drafts.SaveAsync(Guid.Empty, DraftKey, draft with { Administrator = administrator }, cancellationToken);
        return Outcome.Ok();
    }

    /// <summary>Makes the agency and its administrator; refused where another browser was first. Shuts the door for good.</summary>
    public async Task<Outcome> FinishAsync(string origin, CancellationToken cancellationToken = default)
    {
        if (await ReadAsync(cancellationToken) is not { Agency: { } agency, Administrator: { } administrator })
        {
            return Outcome.Refused("Isi dulu langkah 1 dan 2.");
        }

        var outcome = await writes.RunAsync(
            ActionContext.For(Actor.System, time, origin),
            async scope =>
            {
                await AccountLock.TakeAsync(scope, cancellationToken);
                if (await scope.Db.AgencyProfiles.AnyAsync(cancellationToken))
                {
                    return Outcome.Conflict(AlreadyDone);
                }

                if (await AccountChecks.TakenAsync(scope.Db, Particulars(administrator.UserName, administrator.FullName, administrator.Nip), null, cancellationToken) is { } taken)
                {
                    return Outcome.Refused(taken);
                }

                AddAgency(scope, agency);
                AddAdministrator(scope, administrator);
                await DraftStore.RemoveAsync(scope, DraftKey, cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);
        if (outcome.IsOk || outcome.Kind == OutcomeKind.Conflict)
        {
            door.Shut();
            await agencies.FindAsync(cancellationToken);
        }

        return outcome;
    }

    private void AddAgency(WriteScope scope, SetupAgency agency)
    {
        var regency = regions.Regency(agency.RegencyCode)!;
        var profile = new AgencyProfile
        {
            Id = Guid.CreateVersion7(),
            Name = agency.Name,
            Regency = regency.Name,
            RegencyCode = regency.Code,
            Seat = agency.Seat,
            TimeZoneId = agency.TimeZoneId,
            AddressLines = agency.AddressLines,
            UnitCodeInNumbers = agency.UnitCodeInNumbers,
            LetterNumberPattern = "{kode}/{urut:000}/{unit}/{bulan}/{tahun}",
            DefaultSigningMode = nameof(SigningMode.Wet),
            HelpLine = agency.HelpLine,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.AgencyProfiles.Add(profile);
        scope.Audit("instansi.siapkan", "instansi", profile.Id, new AuditText().Created("nama", profile.Name).Created("daerah", profile.Regency).Created("zona waktu", profile.TimeZoneId));
        scope.Publish(Topic.Agency, profile.Id);
    }

    private static void AddAdministrator(WriteScope scope, SetupAdministrator administrator)
    {
        var account = new StaffAccount
        {
            Id = Guid.CreateVersion7(),
            UserName = administrator.UserName,
            NormalizedUserName = AccountChecks.Normalise(administrator.UserName),
            FullName = administrator.FullName,
            Position = FirstPosition,
            Nip = administrator.Nip,
            LockoutEnabled = true,
        };
        account.SetPassword(administrator.PasswordHash);
        account.Roles.Add(new RoleAssignment { Id = Guid.CreateVersion7(), UserId = account.Id, Role = StaffRole.Administrator });
        scope.Db.Users.Add(account);
        scope.Audit("akun.buat", AccountService.RecordKind, account.Id, new AuditText()
            .Created("nama pengguna", account.UserName).Created("nama", account.FullName).Created("peran", StaffRole.Administrator.Code()));
        scope.Publish(Topic.Accounts, account.Id);
    }

    private List<Refusal> Check(SetupAgency agency)
    {
        var refusals = new List<Refusal>();
        Require(agency.Name, AgencyProfile.NameMaxLength, "Isi nama instansi", nameof(agency.Name));
        if (regions.Regency(agency.RegencyCode) is null)
        {
            refusals.Add(new Refusal("Pilih kabupaten atau kota.", nameof(agency.RegencyCode)));
        }

        Require(agency.Seat, 80, "Isi tempat kedudukan", nameof(agency.Seat));
        if (!TimeZones.Any(z => z.Id == agency.TimeZoneId))
        {
            refusals.Add(new Refusal("Pilih zona waktu.", nameof(agency.TimeZoneId)));
        }

        Require(agency.AddressLines, 500, "Isi alamat", nameof(agency.AddressLines));
        if (Lines(agency.AddressLines).Count > MostAddressLines)
        {
            refusals.Add(new Refusal($"Alamat paling banyak {MostAddressLines} baris.", nameof(agency.AddressLines)));
        }

        Require(agency.UnitCodeInNumbers, 40, "Isi kode unit", nameof(agency.UnitCodeInNumbers));
        if (agency.UnitCodeInNumbers.Contains('/', StringComparison.Ordinal))
        {
            refusals.Add(new Refusal("Kode unit tidak memuat garis miring; garis miring memisahkan bagian nomor surat.", nameof(agency.UnitCodeInNumbers)));
        }

        Require(agency.HelpLine, 200, "Isi ke mana pegawai bertanya", nameof(agency.HelpLine));
        return refusals;

        void Require(string value, int longest, string sentence, string field)
        {
            if (value.Trim().Length == 0 || value.Trim().Length > longest)
            {
                refusals.Add(new Refusal($"{sentence}, paling banyak {longest} huruf.", field));
            }
        }
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static AddAccount Particulars(string userName, string fullName, string? nip) =>
        new() { UserName = userName, FullName = fullName, Position = FirstPosition, Nip = nip, Roles = [] };
}
