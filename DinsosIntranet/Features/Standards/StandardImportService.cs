using System.Text;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>A version to be taken in.</summary>
public sealed record ImportStandard
{
    /// <summary>The bytes of the file, or what was pasted; UTF-8.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The standard it is a version of; null for one that is new.</summary>
    public required string? Code { get; init; }
}

/// <summary>What became of a look at a file: the standard where it may be imported, else what is wrong with it.</summary>
public sealed record ImportCheck(StandardFile? File, IReadOnlyList<StandardProblem> Problems)
{
    public bool IsGood => File is not null && Problems.Count == 0;
}

/// <summary>
/// Takes a version of a standard in from a file an administrator chose. It asks what the start of the program asks of its own
/// files, and what the versions that are there demand. A version taken in counts from no day yet.
/// </summary>
public sealed class StandardImportService(
    WriteRunner writes, IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary library, ActionRegistry actions)
{
    public const string RecordKind = "standar";

    /// <summary>The name problems give a file whose own name is not known or not worth repeating.</summary>
    private const string AnyName = "berkas";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Looks at a file without storing anything.</summary>
    public async Task<ImportCheck> CheckAsync(ImportStandard command, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await CheckAsync(db, command, cancellationToken);
    }

    public Task<Outcome<StandardVersion>> ImportAsync(ImportStandard command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<StandardVersion>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                var text = new AuditText();
                scope.Audit("standar.impor", RecordKind, id, text);
                if (!VersionRules.MayImport(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var check = await CheckAsync(scope.Db, command, cancellationToken);
                if (!check.IsGood)
                {
                    return Outcome.Refused([.. check.Problems.Select(p => new Refusal(p.Text, nameof(command.Content)))]);
                }

                var (json, standard) = (check.File!.Json, check.File.Standard);
                var version = new StandardVersion
                {
                    Id = id,
                    Code = standard.Code,
                    VersionNumber = standard.Version,
                    Title = standard.Title,
                    Json = json,
                    Sha256 = StandardVersion.HashOf(json),
                    ImportedAt = scope.Now,
                    ImportedById = scope.Actor.UserId,
                    ImportedBy = scope.Actor.Name,
                };
                text.Created("kode", version.Code).Created("versi", version.VersionNumber).Created("judul", version.Title).Created("sha256", version.Sha256);
                scope.Db.StandardVersions.Add(version);
                scope.Publish(Topic.Standards, id);
                return version;
            },
            cancellationToken);

    private async Task<ImportCheck> CheckAsync(DinsosDbContext db, ImportStandard command, CancellationToken cancellationToken)
    {
        var read = Read(command.Content);
        if (!read.IsOk)
        {
            return new ImportCheck(null, [new StandardProblem(AnyName, null, read.Message)]);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var (file, problems) = StandardFile.Check(read.Value, AnyName, CodesOf(agency));
        if (file is null)
        {
            return new ImportCheck(null, problems);
        }

        var known = new List<KnownVersion>();
        foreach (var row in await db.StandardVersions.AsNoTracking().Select(v => new { v.Id, v.Code, v.VersionNumber, v.ImportedAt, v.ImportedBy }).ToListAsync(cancellationToken))
        {
            var standard = (await library.GetAsync(row.Id, cancellationToken)).Standard;
            known.Add(new KnownVersion(row.Code, row.VersionNumber, standard.NumberPrefix, standard.Confidentiality, row.ImportedAt, row.ImportedBy, standard.IsInternal));
        }

        var places = JsonPlaces.Of(file.Json);
        return new ImportCheck(file,
        [
            .. VersionRules.Check(file.Standard, command.Code, known, utc => IndonesianDates.ShortWithTime(utc, agency.Zone))
                .Select(p => new StandardProblem(AnyName, null, p.Message, places.LineOf("$." + p.Property))),
            .. problems,
        ]);
    }

    /// <summary>The codes a version may speak of in this agency, desks that are still offered only.</summary>
    public KnownCodes CodesOf(AgencySnapshot agency) => new(
        agency.Units.Select(u => u.Code).ToHashSet(), agency.Desks.Where(d => d.RetiredAt is null).Select(d => d.Code).ToHashSet(), actions.Codes);

    private static Outcome<string> Read(byte[] content)
    {
        if (content.Length == 0)
        {
            return Outcome.Refused("berkas kosong");
        }

        if (content.Length > VersionRules.MostBytes)
        {
            return Outcome.Refused($"berkas lebih besar dari {VersionRules.MostBytes / 1024} KB; berkas standar jauh lebih kecil");
        }

        try
        {
            var json = Strict.GetString(content).TrimStart('\uFEFF');
            return json.TrimStart().StartsWith('{') ? json : Outcome.Refused("ini bukan berkas standar; isinya harus JSON yang dimulai dengan {");
        }
        catch (ArgumentException)
        {
            return Outcome.Refused("ini bukan berkas teks UTF-8; simpan ulang sebagai JSON dengan pengodean UTF-8");
        }
    }
}
