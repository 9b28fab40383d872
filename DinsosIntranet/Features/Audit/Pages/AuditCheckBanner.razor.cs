using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Audit.Pages;

/// <summary>Whether the trail still holds together, as last checked, with the button that checks it again.</summary>
public sealed partial class AuditCheckBanner : IDisposable
{
    private readonly OneAtATime _acts = new();
    private string? _refusal;

    [Inject]
    public required AuditChecks Checks { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    private AuditCheckState State => Checks.State;

    private long Percent => State.Total > 0 ? Math.Min(100, State.Seen * 100 / State.Total) : 0;

    private string Progress => State.Total > 0 ? $"Memeriksa… {Number(State.Seen)} dari {Number(State.Total)} baris" : "Memeriksa…";

    private string KindClass => State switch
    {
        { IsRunning: true } or { Last: null, HasFailed: false } => "info",
        { HasFailed: true } => "ingat",
        { Last.IsIntact: true } => "ok",
        _ => "putus",
    };

    private string When
    {
        get
        {
            var at = State.LastAtUtc!.Value;
            var isToday = DayOf(at) == DayOf(Time.GetUtcNow().UtcDateTime);
            return isToday ? $"pukul {IndonesianDates.Time(at, Zone)}" : IndonesianDates.ShortWithTime(at, Zone);
        }
    }

    protected override void OnInitialized() => Checks.Changed += OnChanged;

    public void Dispose() => Checks.Changed -= OnChanged;

    private static string Number(long value) => IndonesianNumbers.Whole(value);

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    private async Task StartAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = Checks.Start(await Acting.ActAsync());
        _refusal = outcome.IsOk ? null : outcome.Message;
    }

    private void OnChanged(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);
}
