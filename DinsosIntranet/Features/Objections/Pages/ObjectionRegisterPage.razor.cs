using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>The register of objections. Filters and page live in the address; what is searched for does not, because it names people.</summary>
public sealed partial class ObjectionRegisterPage
{
    private const int ShownLetters = 160;

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private ObjectionRegisterRows? _page;
    private (ObjectionFilter Filter, int Page)? _shown;
    private string? _text;
    private string? _asked;
    private int _reading;

    [Inject]
    public required ObjectionRegister Register { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Dari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sampai { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private ObjectionFilter Asked => ObjectionFilter.Of(Keadaan, Dari, Sampai) with { Text = _asked };

    private bool IsNarrowed => Asked != new ObjectionFilter();

    private string CountText => _page?.Count switch
    {
        null => "",
        0 => "Tidak ada keberatan",
        { } count => $"{count.ToString("N0", Indonesian)} keberatan",
    };

    /// <summary>The file holds what the filters of the address admit; a search by name is not part of an address.</summary>
    private string ExportHref => ObjectionEndpoints.ExportPath + new Uri(Navigation.Uri).Query;

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != (Asked, AddressValues.Page(Hal)))
        {
            await ReadAsync();
        }
    }

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private string HrefFor(int page) => new Uri(Navigation.GetUriWithQueryParameter("hal", page > 1 ? (int?)page : null)).PathAndQuery;

    private Task SearchAsync()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        return ReadAsync();
    }

    private async Task ShowAllAsync()
    {
        (_text, _asked) = (null, null);
        if (new Uri(Navigation.Uri).Query.Length > 0)
        {
            Navigation.NavigateTo("/informasi/keberatan");
        }
        else
        {
            await ReadAsync();
        }
    }

    private void Narrow(string name, string? value) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { [name] = string.IsNullOrEmpty(value) ? null : value, ["hal"] = null }));

    private async Task RefreshAsync()
    {
        try
        {
            if (!_gone.IsCancellationRequested)
            {
                await ReadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var asked = (Asked, AddressValues.Page(Hal));
        var page = await Register.PageAsync(asked.Item1, asked.Item2, Actor, _gone.Token);
        if (reading == _reading)
        {
            (_page, _shown) = (page, asked);
        }
    }
}
