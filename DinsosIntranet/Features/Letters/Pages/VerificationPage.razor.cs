using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Open to anybody: is this letter ours, unchanged and still valid. Static, so that it works on any device without scripts.</summary>
public sealed partial class VerificationPage
{
    private const string FormName = "verifikasi";

    /// <summary>A little more than the largest file, so that one slightly too big is refused in a sentence and not by the server.</summary>
    private const long LargestRequest = VerificationService.MaxFileBytes * 3 / 2;

    private AgencySnapshot? _agency;
    private bool _isSignedIn;
    private VerificationText? _answer;
    private string? _checkedAt;
    private IReadOnlyList<Refusal> _refusals = [];

    [Inject]
    public required VerificationService Service { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = FormName)]
    public VerificationInput? Input { get; set; }

    private string AgencyName => _agency is null ? "Dinas Sosial" : $"{_agency.Profile.Name} {_agency.Profile.Regency}";

    protected override async Task OnInitializedAsync()
    {
        _agency = await Agencies.FindAsync();
        _isSignedIn = HttpContext.User.Identity?.IsAuthenticated == true;
    }

    private string? ErrorOf(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private async Task CheckAsync()
    {
        var outcome = await AskAsync();
        _refusals = outcome.Refusals;
        _answer = outcome.IsOk ? VerificationText.Of(outcome.Value) : null;
        var now = Time.GetUtcNow().UtcDateTime;
        _checkedAt = _agency is null ? null : IndonesianDates.LongWithTime(now, _agency.Zone);
    }

    /// <summary>A file goes before a code: whoever chose one wants to know about it.</summary>
    private async Task<Outcome<VerificationAnswer>> AskAsync()
    {
        if (Input?.Berkas is not { Length: > 0 } file)
        {
            return await Service.CheckCodeAsync(Input?.Kode, HttpContext.RequestAborted);
        }

        await using var content = file.OpenReadStream();
        return await Service.CheckFileAsync(content, HttpContext.RequestAborted);
    }
}

public sealed class VerificationInput
{
    public string? Kode { get; set; }

    public IFormFile? Berkas { get; set; }
}
