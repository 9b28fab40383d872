using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record SaveLetterhead
{
    public required Guid? Seen { get; init; }

    public required LetterheadInput Input { get; init; }

    /// <summary>A new picture; null keeps the present one.</summary>
    public byte[]? Logo { get; init; }

    public bool RemovesLogo { get; init; }
}

/// <summary>The letterhead as its settings page shows it.</summary>
public sealed record LetterheadSettings(AgencyProfile Agency, SettingsRevision? Revision, IReadOnlyList<string> FontFamilies, TimeZoneInfo Zone);

/// <summary>Letterhead, paper and type. Papers already issued stay as they were stored; only new ones are printed by it.</summary>
public sealed class LetterheadService(SettingsWriter settings, AgencyDirectory agencies, FileVault vault, LetterheadPrinter printer)
{
    public const string RecordKind = "instansi";

    public const string LogoField = nameof(SaveLetterhead.Logo);

    public async Task<LetterheadSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        return new LetterheadSettings(agency.Profile, agency.Revisions.GetValueOrDefault(SettingsPart.Letterhead), printer.FontFamilies, agency.Zone);
    }

    /// <summary>Looks at a picture by its content before it is shown in the preview.</summary>
    public Refusal? CheckLogo(byte[] content)
    {
        if (content.Length > LetterheadRules.MaxLogoBytes)
        {
            return new Refusal("Lambang paling besar 1 MB. Simpan dengan ukuran lebih kecil.", LogoField);
        }

        return FileKinds.Recognise(content) is FileKind.Png or FileKind.Jpeg && printer.CanPrint(content)
            ? null
            : new Refusal("Lambang harus gambar PNG atau JPEG yang utuh.", LogoField);
    }

    /// <summary>A sample letter with values that are not saved yet.</summary>
    public async Task<Outcome<byte[]>> SampleAsync(SaveLetterhead command, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (!Policies.Admits(Policies.Settings, act.Actor))
        {
            return Outcome.Forbidden();
        }

        var refusals = Check(command);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var present = (await agencies.GetAsync(cancellationToken)).Profile;
        var sample = Copy(present);
        command.Input.CopyTo(sample);
        sample.Logo = command.RemovesLogo ? null : command.Logo ?? present.Logo;
        return printer.Sample(sample, act.Now);
    }

    public async Task<Outcome> SaveAsync(SaveLetterhead command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = Check(command);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        StoredFileInfo? stored = null;
        if (command.Logo is not null && !command.RemovesLogo && Policies.Admits(Policies.Settings, act.Actor))
        {
            using var content = new MemoryStream(command.Logo, writable: false);
            var outcome = await vault.StoreAsync(content, LetterheadRules.MaxLogoBytes, cancellation: cancellationToken);
            if (!outcome.IsOk)
            {
                return Outcome.Refused(outcome.Message, LogoField);
            }

            stored = outcome.Value;
        }

        var saved = await settings.RunAsync(
            new SettingsChange(SettingsPart.Letterhead, "instansi.kop", RecordKind),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var agency = await scope.Db.AgencyProfiles.FirstAsync(cancellationToken);
                var before = LetterheadInput.Of(agency);
                command.Input.CopyTo(agency);
                Note(text, before, LetterheadInput.Of(agency));
                await ChangeLogoAsync(scope, text, agency, command, stored, cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);
        if (!saved.IsOk && stored is not null)
        {
            await vault.DeleteAsync(stored);
        }

        return saved;
    }

    private static async Task ChangeLogoAsync(WriteScope scope, AuditText text, AgencyProfile agency, SaveLetterhead command, StoredFileInfo? stored, CancellationToken cancellationToken)
    {
        var old = agency.LogoFileId is { } id
            ? await scope.Db.StoredFiles.AsNoTracking().Where(f => f.Id == id).Select(f => f.Sha256).FirstOrDefaultAsync(cancellationToken)
            : null;
        if (stored is not null)
        {
            text.Changed("lambang", old, stored.Sha256);
            var file = StoredFile.From(stored, scope.Now);
            scope.Db.StoredFiles.Add(file);
            agency.LogoFileId = file.Id;
        }
        else if (command.RemovesLogo && old is not null)
        {
            text.Removed("lambang", old);
            agency.LogoFileId = null;
        }
    }

    private IReadOnlyList<Refusal> Check(SaveLetterhead command)
    {
        var refusals = LetterheadRules.Check(command.Input, printer.FontFamilies);
        return command is { Logo: { } logo, RemovesLogo: false } && CheckLogo(logo) is { } refusal ? [.. refusals, refusal] : refusals;
    }

    private static void Note(AuditText text, LetterheadInput before, LetterheadInput after) => text
        .Changed("nama", before.Name, after.Name)
        .Changed("kabupaten", before.Regency, after.Regency)
        .Changed("alamat", before.AddressLines, after.AddressLines)
        .Changed("tempat", before.Seat, after.Seat)
        .Changed("zona waktu", before.TimeZoneId, after.TimeZoneId)
        .Changed("bantuan", before.HelpLine, after.HelpLine)
        .Changed("kertas", before.Paper, after.Paper)
        .Changed("tepi", Margins(before), Margins(after))
        .Changed("huruf", before.FontFamily, after.FontFamily)
        .Changed("ukuran huruf", Number(before.FontSize), Number(after.FontSize))
        .Changed("spasi", Number(before.LineSpacing), Number(after.LineSpacing))
        .Changed("NIP bertitik", before.NipWithStop, after.NipWithStop);

    /// <summary>Top, right, bottom, left.</summary>
    private static string Margins(LetterheadInput input) =>
        $"{Number(input.MarginTop)} {Number(input.MarginRight)} {Number(input.MarginBottom)} {Number(input.MarginLeft)} mm";

    private static string Number(double? value) => value!.Value.ToString("0.##", CultureInfo.InvariantCulture);

    private static AgencyProfile Copy(AgencyProfile agency) => new()
    {
        Id = agency.Id,
        Name = agency.Name,
        Regency = agency.Regency,
        RegencyCode = agency.RegencyCode,
        Seat = agency.Seat,
        TimeZoneId = agency.TimeZoneId,
        AddressLines = agency.AddressLines,
        UnitCodeInNumbers = agency.UnitCodeInNumbers,
        LetterNumberPattern = agency.LetterNumberPattern,
        DefaultSigningMode = agency.DefaultSigningMode,
        HelpLine = agency.HelpLine,
        Version = agency.Version,
    };
}
