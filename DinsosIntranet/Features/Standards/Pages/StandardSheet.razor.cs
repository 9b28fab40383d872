using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>The whole standard as the public reads it, in the order of the publication.</summary>
public partial class StandardSheet
{
    private IReadOnlyList<Asked> _requirements = [];

    [Parameter, EditorRequired] public required ServiceStandard Standard { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<DeskDefinition> Desks { get; set; }

    private string TitleId => "standar-" + Standard.Code;

    protected override void OnParametersSet()
    {
        // Channels that ask for the same stand under one heading, and a single way in needs none.
        var groups = Standard.Channels.GroupBy(c => string.Join(' ', c.Requirements)).ToList();
        _requirements = [.. groups.Select(channels => new Asked(
            groups.Count == 1 ? null : string.Join(", ", channels.Select(c => c.Heading ?? c.Name)),
            Standard.RequirementsOf(channels.First().Code)))];
    }

    private string PromiseText()
    {
        var promise = Standard.Promise;
        var length = promise.Least is null ? promise.Most.Words : $"{promise.Least.Words} sampai {promise.Most.Words}";
        var end = promise.Until is null ? "" : $" sampai langkah {Standard.Step(promise.Until).Number} selesai";
        return $"Di aplikasi: {length}, dihitung {StartText(promise.CountedFrom)}{end}.";
    }

    private static string LegalText(LegalLimit limit) =>
        $"{limit.Basis}; dihitung {StartText(limit.CountedFrom)}" + (limit.Pauses ? "." : ", tidak pernah dijeda.");

    private static string ExtensionText(LegalLimit limit) =>
        limit.Extension is null ? "" : $", dapat diperpanjang satu kali {limit.Extension.Words} dengan alasan tertulis";

    private static string LetterText(LetterTemplate letter) =>
        $"Judul: {letter.Heading}; {(letter.ValidDays is { } days ? $"berlaku {days} hari" : "tanpa akhir berlaku")}{(letter.Classification is null ? "" : $"; klasifikasi {letter.Classification}")}.";

    private static string StartText(ClockStart start) =>
        start == ClockStart.Received ? "sejak permohonan diterima" : "sejak berkas lengkap";

    private sealed record Asked(string? Heading, IReadOnlyList<StandardRequirement> Requirements);
}
