using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>Two records field by field: which value stays, and why they are one person.</summary>
public sealed partial class MergeCompare
{
    private readonly OneAtATime _acts = new();
    private readonly HashSet<string> _fromLosing = [];
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];
    private string _reason = "";
    private string? _conflict;
    private bool _isConfirmed;
    private bool _saved;

    [Inject] public required PersonMergeService Service { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired] public required MergeForm Form { get; set; }

    /// <summary>Where giving up leads.</summary>
    [Parameter, EditorRequired] public required string BackHref { get; set; }

    [Parameter, EditorRequired] public required EventCallback OnMerged { get; set; }

    private bool IsDirty => !_saved && _reason.Length > 0;

    /// <summary>An empty value gives way to one that is not.</summary>
    protected override void OnInitialized() => _fromLosing.UnionWith(Form.Lines.Where(l => !l.IsSame && l.Losing.Length > 0 && IsWeak(l.Survivor)).Select(l => l.Code));

    private static bool IsWeak(string value) => value.Length == 0 || value.StartsWith("tanpa NIK", StringComparison.Ordinal);

    private static string Value(string text) => text.Length == 0 ? "belum diisi" : text;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string SideText(MergeSide side) => $"dicatat {side.EnteredOn}, {side.Requests} permohonan";

    private string? ErrorOf(string field) => _refusals.Of(field);

    private void Choose(string code, bool fromLosing) => _ = fromLosing ? _fromLosing.Add(code) : _fromLosing.Remove(code);

    private async Task MergeAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Service.MergeAsync(
            new MergePersons { Survivor = Form.Survivor.Data, Losing = Form.Losing.Data, FromLosing = _fromLosing, Reason = _reason, DifferentNikConfirmed = _isConfirmed },
            await Acting.ActAsync());
        _refusals = outcome.Kind == OutcomeKind.Refused ? outcome.Refusals : [];
        _errors = [.. _refusals.Select(FieldNames.ErrorOf)];
        _conflict = outcome.IsOk || outcome.Kind == OutcomeKind.Refused ? null : outcome.Message;
        if (outcome.IsOk)
        {
            _saved = true;

            // The page asks before it is left with changes; it must be drawn first without any.
            StateHasChanged();
            await Task.Yield();
            await OnMerged.InvokeAsync();
        }
    }
}
