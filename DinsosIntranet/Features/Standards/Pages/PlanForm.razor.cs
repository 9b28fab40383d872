using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>From when a version counts, or from when none does, and on the strength of what; says what it will mean before it is saved.</summary>
public sealed partial class PlanForm
{
    private FormErrors _errors = new("rencana");
    private DateOnly? _from;
    private string _basis = "";

    [Inject]
    public required StandardScheduleService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required StandardHistory History { get; set; }

    /// <summary>Null: the standard is to end.</summary>
    [Parameter]
    public int? VersionNumber { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    private string Kind => VersionNumber is null ? "henti" : "versi";

    private string Heading => VersionNumber is { } number ? $"Berlakukan versi {number}" : "Hentikan standar ini";

    private string DayHelp => $"Berlaku mulai pukul 00.00 {IndonesianDates.ZoneName(History.Zone)}. Hari ini {IndonesianDates.Short(History.Today)}: seketika.";

    private string? Consequence
    {
        get
        {
            if (ScheduleRules.CheckDay(_from, History.Today) is not null || _from is not { } day)
            {
                return null;
            }

            var when = day == History.Today ? "Begitu disimpan" : $"Mulai {IndonesianDates.Long(day)} pukul 00.00";
            var open = History.Versions.Sum(v => v.OpenRequests);
            var kept = open == 0 ? "Tidak ada permohonan yang sedang berjalan." : $"{open} permohonan yang sedang berjalan tetap memakai versinya sampai selesai.";
            return VersionNumber is { } number
                ? $"{when}, permohonan baru memakai versi {number}: persyaratan, langkah, janji waktu, dan biayanya. {kept}"
                : $"{when}, layanan ini tidak menerima permohonan baru dan tidak ditampilkan lagi. {kept}";
        }
    }

    protected override void OnInitialized() => _errors = new FormErrors("rencana-" + Kind);

    private Task TypedAsync() => OnTyped.InvokeAsync();

    private async Task SaveAsync()
    {
        var outcome = await Service.PlanAsync(
            new PlanStandard { Code = History.Code, VersionNumber = VersionNumber, From = _from, Basis = _basis, Seen = History.Seen }, await Acting.ActAsync());
        if (!outcome.IsOk)
        {
            _errors.Set(outcome.Refusals);
            return;
        }

        var what = VersionNumber is { } number ? $"Versi {number} berlaku" : "Standar dihentikan";
        var when = _from == History.Today ? "mulai sekarang" : $"mulai {IndonesianDates.Short(_from!.Value)} pukul 00.00";
        (_from, _basis) = (null, "");
        _errors.Clear();
        await OnDone.InvokeAsync($"{what} {when}.");
    }
}
