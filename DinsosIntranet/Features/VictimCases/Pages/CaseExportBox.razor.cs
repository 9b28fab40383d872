using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Takes the list that is shown out as an Excel file, for a reason.</summary>
public sealed partial class CaseExportBox
{
    private readonly FormErrors _errors = new("unduh");
    private string _reason = "";
    private bool _ready;

    [Inject]
    public required CaseReference Reference { get; init; }

    [Parameter, EditorRequired]
    public required CaseFilter Filter { get; set; }

    private string Href => $"{CaseEndpoints.ListPath}?alasan={_reason}{(CaseAddress.Filter(Filter) is { } filter ? "&lihat=" + filter : "")}";

    private void Chosen(ChangeEventArgs change)
    {
        (_reason, _ready) = (change.Value as string ?? "", false);
        _errors.Clear();
    }

    private Task PrepareAsync()
    {
        _ready = Reference.Knows(CaseReference.ExportReasons, _reason);
        _errors.Set(_ready ? [] : [new Refusal("Pilih alasan mengunduh.", "reason")]);
        return Task.CompletedTask;
    }
}
