using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The journey: when the team left, and to whom each of the people was handed over at home.</summary>
public sealed partial class EscortBox
{
    private readonly FormErrors _errors = new("antar");
    private readonly FormErrors _form = new("serah");
    private Dictionary<string, string> _values = [];
    private (Guid MigrantId, bool IsMissed)? _open;
    private Guid _seen;
    private DateOnly? _departed;

    [Parameter, EditorRequired]
    public required RepatriationContent? Content { get; set; }

    protected override void OnInitialized() => _departed = View.File.MeetOn <= View.Today ? View.File.MeetOn : null;

    private string State(Migrant migrant) => migrant switch
    {
        { HandOver: { } done } => $"diserahkan kepada {done[MigrantFields.Receiver]} ({Reference.Name(MigrantFields.Relation, done[MigrantFields.Relation])}) {(Migrant.Day(done, MigrantFields.HandedOn) is { } day ? IndonesianDates.Short(day) : "")}",
        { Missed: { } missed } => "tidak sampai: " + Reference.Name("alasan-tidak-sampai", missed[MigrantFields.MissedReason]),
        _ => "belum diserahterimakan",
    };

    private void Choose(Migrant migrant, bool isMissed)
    {
        _form.Clear();
        _open = _open == (migrant.Id, isMissed) ? null : (migrant.Id, isMissed);
        _values = new Dictionary<string, string>((isMissed ? migrant.Missed : migrant.HandOver) ?? []);
        _seen = View.File.Version;
    }

    private string? Warn(Migrant migrant, MigrantField field) =>
        field.Code == MigrantFields.Receiver && RepatriationRules.IsAccused(migrant, _values.GetValueOrDefault(MigrantFields.Receiver, ""))
            ? "Nama ini tercatat sebagai terduga pelaku. Jangan serahkan kepadanya."
            : null;

    private async Task DepartAsync() => await RunAsync(_errors, act => Service.DepartAsync(Journey.Id, _departed, act), "Keberangkatan dicatat.");

    private async Task HandOverAsync(Migrant migrant)
    {
        if (await RunAsync(_form, act => Service.HandOverAsync(Journey.Id, migrant.Id, _values, _seen, act), "Serah terima dicatat. Cetak berita acaranya, lalu unggah yang bertanda tangan."))
        {
            _open = null;
        }
    }

    private async Task MissAsync(Migrant migrant)
    {
        if (await RunAsync(_form, act => Service.MissAsync(Journey.Id, migrant.Id, _values, _seen, act), "Dicatat tidak sampai."))
        {
            _open = null;
        }
    }

    private async Task FinishAsync() => await RunAsync(_errors, act => Service.FinishAsync(Journey.Id, act), "Perjalanan selesai.");
}
