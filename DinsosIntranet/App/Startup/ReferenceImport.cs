using System.Text.Json;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Data;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Startup;

/// <summary>
/// Brings the reference data of the files into the database. Standards are <see cref="StandardFilesImport"/>'s, after one that
/// names a desk or unit the agency does not have (any more) has stopped the start. Desks, units and classifications of letters
/// which a new version of the program brings are added; those the agency has stay as it made them. Everything else is only
/// filled where its table is still empty, because from then on it is the agency's own.
/// </summary>
internal sealed class ReferenceImport(IDbContextFactory<DinsosDbContext> factory, DataFolder folder, ActionRegistry actions, StandardFilesImport standards)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var catalog = StandardCatalogFiles.Read(folder.ReferencePath, actions.Codes, await StructureAsync(db, cancellationToken));
        await standards.RunAsync(db, catalog.Files, cancellationToken);
        await AddNewAsync(db.Units, u => u.Code, last => catalog.Units.Select((u, i) => new Unit
        {
            Code = u.Code,
            Name = u.Name,
            ShortName = u.ShortName,
            HeadPosition = u.Head,
            ParentCode = u.Parent,
            SortOrder = last + 1 + i,
        }), u => u.SortOrder, cancellationToken);
        await AddNewAsync(db.Desks, d => d.Code, _ => catalog.Desks.Select(ToDesk), d => d.SortOrder, cancellationToken);
        var calendar = Path.Combine(folder.ReferencePath, "calendar");
        await FillAsync(db.CalendarDates, () => WorkCalendarFiles.ReadDays(calendar).Select(CalendarDate.From), cancellationToken);
        await FillAsync(db.OfficeHours, () => WorkCalendarFiles.ReadProfiles(calendar).Select(OfficeHours.Of), cancellationToken);
        await FillAsync(db.DispositionInstructions, () => Read<InstructionEntry>("dispositions/instructions.json", "instructions").Select((e, i) => new DispositionInstruction { Code = e.Code, Text = e.Text, SortOrder = i }), cancellationToken);
        await FillAsync(db.CertificatePurposes, () => Read<PurposeEntry>("dtks/purposes.json", "purposes").Select((e, i) => new CertificatePurpose { Code = e.Code, Name = e.Name, MaximumDecile = e.MaximumDesil, DaysValid = e.ValidDays, SortOrder = i }), cancellationToken);
        await FillAsync(db.AidProgrammes, () => Read<ProgrammeEntry>("dtks/programmes.json", "programmes").Select((e, i) => new AidProgramme { Code = e.Code, Name = e.Name, SortOrder = i }), cancellationToken);
        await AddNewAsync(db.LetterClassifications, c => c.Kind, _ => Read<ClassificationEntry>("letters/classifications.json", "classifications").Select(e => new LetterClassification { Kind = e.Kind, Code = e.Code }), _ => 0, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<AgencyStructure> StructureAsync(DinsosDbContext db, CancellationToken cancellationToken)
    {
        var desks = (await db.Desks.AsNoTracking().Select(d => new { d.Code, d.RetiredAt }).ToListAsync(cancellationToken)).ToLookup(d => d.RetiredAt is null, d => d.Code);
        var units = (await db.Units.AsNoTracking().Select(u => new { u.Code, u.RetiredAt }).ToListAsync(cancellationToken)).ToLookup(u => u.RetiredAt is null, u => u.Code);
        return new AgencyStructure(
            new StructureCodes(desks[true].ToHashSet(), units[true].ToHashSet()),
            new StructureCodes(desks[false].ToHashSet(), units[false].ToHashSet()));
    }

    private static Desk ToDesk(DeskDefinition definition)
    {
        var units = definition.Members.Select(m => m.Unit).Distinct().ToList();
        var desk = new Desk { Code = definition.Code, Name = definition.Name, SortOrder = definition.Order, UnitCode = units.Count == 1 ? units[0] : null };
        desk.Members.AddRange(definition.Members.Select(m => new Features.Agency.Domain.DeskMember
        {
            Id = Guid.CreateVersion7(),
            DeskCode = definition.Code,
            Role = StaffRoles.FromCode(m.Role) ?? throw new InvalidDataException($"desks.json: role '{m.Role}' of desk '{definition.Code}' is unknown."),
            UnitCode = m.Unit,
        }));
        return desk;
    }

    private static async Task FillAsync<T>(DbSet<T> set, Func<IEnumerable<T>> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (!await set.AnyAsync(cancellationToken))
        {
            set.AddRange(rows());
        }
    }

    /// <summary>Codes are never deleted: one the table does not have is one the agency never had.</summary>
    private static async Task AddNewAsync<T>(DbSet<T> set, Func<T, string> codeOf, Func<int, IEnumerable<T>> rows, Func<T, int> orderOf, CancellationToken cancellationToken)
        where T : class
    {
        var known = await set.AsNoTracking().ToListAsync(cancellationToken);
        var codes = known.Select(codeOf).ToHashSet(StringComparer.Ordinal);
        set.AddRange(rows(known.Select(orderOf).DefaultIfEmpty(-1).Max()).Where(row => !codes.Contains(codeOf(row))));
    }

    private List<T> Read<T>(string file, string property)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.ReferencePath, file)));
        return document.RootElement.GetProperty(property).Deserialize<List<T>>(Json)!;
    }

    private sealed record ClassificationEntry(string Kind, string Code);

    private sealed record InstructionEntry(string Code, string Text);

    private sealed record PurposeEntry(string Code, string Name, int? MaximumDesil, int? ValidDays);

    private sealed record ProgrammeEntry(string Code, string Name);
}
