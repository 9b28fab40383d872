using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>
/// What a complaint says, at whatever step it stands. The identity of a secret complainant is opened for half a minute by
/// whoever must answer; each opening is in the trail.
/// </summary>
public sealed partial class ComplaintDetails
{
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(30);

    private readonly OneAtATime _acts = new();
    private readonly FormErrors _errors = new("golongan");
    private readonly ClassInput _class = new();
    private ITimer? _timer;
    private ComplaintView? _view;
    private ComplainantData? _opened;
    private Guid _read;
    private string? _problem;

    [Inject]
    public required ComplaintQueries Queries { get; init; }

    [Inject]
    public required ComplaintService Service { get; init; }

    [Inject]
    public required ComplaintReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    /// <summary>What is known of the complainant besides the name.</summary>
    private IEnumerable<(string Label, string Text)> Known
    {
        get
        {
            var data = _opened ?? _view!.Complainant;
            (string Label, string? Text)[] lines = [("NIK", data.Nik), ("Alamat", data.Address), ("Kontak", data.Contact), ("Tujuan jawaban", data.AnswerTo), ("Cara aman menghubungi", data.SafeContact)];
            return lines.Where(l => l.Text is not null).Select(l => (l.Label, l.Text!));
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _timer?.Dispose();
    }

    protected override void OnInitialized() => Follow(id => id == RequestId, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != RequestId)
        {
            (_read, _opened) = (RequestId, null);
            await ReadAsync();
        }
    }

    private static IEnumerable<(string Label, string Text)> Told(Complaint complaint)
    {
        (string Label, string? Text)[] lines = [("Waktu kejadian", complaint.EventWhen), ("Tempat kejadian", complaint.EventPlace), ("Kerugian", complaint.Loss), ("Permintaan", complaint.Demand)];
        return lines.Where(l => l.Text is not null).Select(l => (l.Label, l.Text!));
    }

    /// <summary>"Telepon, bicara dengan pengadu. Pengadu: belum puas, “…”."</summary>
    private string How(ComplaintAnswer answer)
    {
        var way = string.Join(", ", new[] { Reference.WayName(answer.WayCode), answer.Reference is { } letter ? $"surat {letter}" : null, answer.Proof }.OfType<string>());
        return answer.Reaction is { } reaction
            ? $"{way}. Pengadu: {reaction.Name().ToLowerInvariant()}{(answer.ReactionNote is { } note ? $", “{note}”" : "")}."
            : $"{way}. Tanggapan pengadu ditunggu.";
    }

    private async Task FlipAsync()
    {
        if (_opened is not null)
        {
            Hide();
            return;
        }

        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Service.RevealAsync(RequestId, await Acting.ActAsync());
        _problem = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk && !Gone.IsCancellationRequested)
        {
            _opened = outcome.Value;
            _timer?.Dispose();
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Hide), null, ShownFor, Timeout.InfiniteTimeSpan);
        }
    }

    private void Hide()
    {
        _opened = null;
        if (!Gone.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }

    private async Task ClassifyAsync()
    {
        var outcome = await Service.ClassifyAsync(RequestId, _class, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            (_class.ClassCode, _class.Reason) = ("", "");
            await ReadAsync();
            await OnDone.InvokeAsync("Golongan diubah. Batasnya dihitung sejak diterima.");
        }
    }

    protected override async Task ReadAsync() => _view = await Queries.FindAsync(RequestId, Viewer, Gone);
}
