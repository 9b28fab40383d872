using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// Rows by the hundred thousand, written by SQLite itself: through Entity Framework they would take minutes. Times count back
/// from the moment of the run; the people are invented, their NIK names the district 360299, which does not exist.
/// </summary>
internal static class BenchRows
{
    private const string FirstNames =
        "Siti,Ahmad,Dewi,Muhammad,Nur,Sri,Agus,Budi,Eka,Dwi,Tri,Yuni,Rina,Asep,Ujang,Cecep,Dadang,Euis,Iis,Imas,Neneng,Lilis,Yayah,Entin,Iwan,Hendra,Rudi,Joko,Bambang,Slamet,Wawan,Yanto,Yanti,Endang,Wati,Ani,Ida,Titin,Kokom,Jaja";

    private const string LastNames =
        "Aminah,Hidayat,Saputra,Kurniawan,Suryani,Handayani,Wijaya,Permana,Nugraha,Ramdani,Setiawan,Firmansyah,Hasanah,Maulana,Susanti,Rahmawati,Fauziah,Mulyani,Sulastri,Supriatna,Sobari,Jamaludin,Nurhayati,Komariah,Wulandari,Anggraeni,Pratama";

    /// <summary>Somebody whose name nobody else has, and the number in their NIK.</summary>
    public const string RareName = "Prasetyaningsih";

    /// <summary>Persons with two or three names of the commonest, the words of the names beside them, and one rare name in the middle.</summary>
    public static async Task PersonsAsync(DinsosDbContext db, int count)
    {
        await RunAsync(db, $$"""
            WITH RECURSIVE
              f("Id", "Name") AS (SELECT "key", "value" FROM json_each('["' || replace('{{FirstNames}}', ',', '","') || '"]')),
              l("Id", "Name") AS (SELECT "key", "value" FROM json_each('["' || replace('{{LastNames}}', ',', '","') || '"]')),
              n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {{count - 1}}),
              named(i, "Name") AS (
                SELECT i, CASE WHEN i = {{count / 2}} THEN 'Sri {{RareName}}' ELSE
                  (SELECT "Name" FROM f WHERE "Id" = i % 40) || ' ' || CASE WHEN i % 3 = 0 THEN (SELECT "Name" FROM f WHERE "Id" = (i / 40) % 40) || ' ' ELSE '' END || (SELECT "Name" FROM l WHERE "Id" = (i / 7) % 27) END
                FROM n)
            INSERT INTO "Persons" ("Id", "Nik", "Name", "NameSearch", "BirthDate", "PhoneDigits", "Address", "CreatedAt", "LastSeenAt", "IsPlaceholder", "Version")
            SELECT printf('01930000-0000-7000-8000-%012X', i), printf('3602990101%06d', i % 1000000), "Name", upper("Name"), date('1940-01-01', (i % 25000) || ' days'), printf('0812%08d', i),
                   'Kampung Contoh RT 01/RW 02', datetime('now', -i || ' seconds'), datetime('now', -((i * 7919) % {{count}}) || ' seconds'), 0, printf('01930000-0000-7000-8001-%012X', i)
            FROM named
            """);
        await RunAsync(db, """
            WITH RECURSIVE split("Id", "Word", "Rest") AS (
                SELECT "Id", '', "NameSearch" || ' ' FROM "Persons" WHERE "Id" LIKE '01930000-0000-7000-8000-%'
                UNION ALL
                SELECT "Id", substr("Rest", 1, instr("Rest", ' ') - 1), substr("Rest", instr("Rest", ' ') + 1) FROM split WHERE "Rest" <> '')
            INSERT OR IGNORE INTO "PersonWords" ("PersonId", "Word") SELECT "Id", "Word" FROM split WHERE "Word" <> ''
            """);
    }

    /// <summary>One issued letter and one disposition that is done for each closed request, as many letters in the agenda book, all disposed.</summary>
    public static async Task PapersAsync(DinsosDbContext db)
    {
        await RunAsync(db, """
            INSERT INTO "Letters" ("Id", "RequestId", "Kind", "Title", "Status", "Book", "Year", "Sequence", "Number", "DatedOn", "Insertion", "SubjectId", "CreatedAt", "CreatedById", "Version")
            SELECT '01930001' || substr(w."Id", 9), w."Id", 'sk-dtks', 'Surat Keterangan DTKS', 'Issued', 'sk-dtks', 2026, row_number() OVER (ORDER BY w."OpenedAt"),
                   '400.9.14.1/' || row_number() OVER (ORDER BY w."OpenedAt") || '/Dinsos/2026', date(w."OpenedAt"), 0, r."SubjectId", w."OpenedAt", r."ReceivedById", w."Version"
            FROM "WorkItems" w JOIN "ServiceRequests" r ON r."Id" = w."Id" WHERE w."ClosedAt" IS NOT NULL
            """);
        await RunAsync(db, """
            INSERT INTO "Dispositions" ("Id", "RequestId", "FromUserId", "FromText", "FromDeskCode", "ToDeskCode", "ToText", "Instructions", "At", "ReadAt", "DoneAt", "Version")
            SELECT '01930002' || substr("Id", 9), "Id", (SELECT "Id" FROM "StaffAccounts" WHERE "UserName" = 'ratna'), 'Kepala Dinas', 'pimpinan', 'kabid-linjamsos', 'Kabid Linjamsos', '["proses-lanjut"]', "OpenedAt", "OpenedAt", "OpenedAt", "Version"
            FROM "WorkItems" WHERE "ClosedAt" IS NOT NULL
            """);
        await RunAsync(db, """
            INSERT INTO "AgendaEntries" ("Id", "Number", "Year", "At", "ByUserId", "Urgency", "Sender", "Subject", "IsSecret", "ReceivedOn", "LetterDate", "AttachmentCount", "SearchKey", "ClosedAt", "Version")
            SELECT '01930003' || substr("Id", 9), 100000 + row_number() OVER (ORDER BY "OpenedAt"), 2026, "OpenedAt", "Version", 'Normal', 'Desa Contoh', 'Undangan rapat', 0, date("OpenedAt"), date("OpenedAt"), 0, 'DESA CONTOH UNDANGAN RAPAT', "OpenedAt", "Version"
            FROM "WorkItems" WHERE "ClosedAt" IS NOT NULL
            """);
        await RunAsync(db, """
            INSERT INTO "Dispositions" ("Id", "AgendaId", "FromUserId", "FromText", "FromDeskCode", "ToDeskCode", "ToText", "Instructions", "At", "ReadAt", "DoneAt", "Version")
            SELECT '01930004' || substr("Id", 9), "Id", (SELECT "Id" FROM "StaffAccounts" WHERE "UserName" = 'ratna'), 'Kepala Dinas', 'pimpinan', 'kabid-linjamsos', 'Kabid Linjamsos', '["proses-lanjut"]', "At", "At", "At", "Version"
            FROM "AgendaEntries" WHERE "Id" LIKE '01930003%'
            """);
    }

    /// <summary>Rows of the trail in front of those that are there; they are not sealed.</summary>
    public static Task TrailAsync(DinsosDbContext db, int count) => RunAsync(db, $$"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {{count}})
        INSERT INTO "AuditRecords" ("Sequence", "AtUtc", "ChainVersion", "KeyId", "ActorId", "ActorName", "Act", "RecordKind", "RecordId", "Text", "PreviousHash", "Hash")
        SELECT -i, datetime('now', -i || ' seconds'), 1, 'bench', printf('01930005-0000-7000-8000-%012X', i % 20), 'Nani Rohaeni', 'permohonan.ambil', 'permohonan', printf('01930006-0000-7000-8000-%012x', i % 50000), '{"asal":"bench"}', '', '' FROM n
        """);

    private static async Task RunAsync(DinsosDbContext db, string sql)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
