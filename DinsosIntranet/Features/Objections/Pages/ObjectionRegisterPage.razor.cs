using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>The register of objections. Filters and page live in the address; what is searched for does not, because it names people.</summary>
public sealed partial class ObjectionRegisterPage
{
    private const int ShownLetters = 160;

    private ObjectionRegisterRows? _page;
    private (ObjectionFilter Filter, int Page)? _shown;
    private string? _text;
    private string? _asked;
    private int _reading;

    [Inject]
    public required ObjectionRegister Register { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

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

    private int PageAsked => AddressValues.Page(Hal);

    private ObjectionFilter Asked => ObjectionFilter.Of(Keadaan, Dari, Sampai) with { Text = _asked };

    private bool IsNarrowed => Asked != new ObjectionFilter();

    private string CountText => _page?.Count switch
    {
        null => "",
        0 => "Tidak ada keberatan",
        { } count => $"{IndonesianNumbers.Whole(count)} keberatan",
    };

    /// <summary>The file holds what the filters of the address admit; a search by name is not part of an address.</summary>
    private string ExportHref => ObjectionEndpoints.ExportPath + new Uri(Navigation.Uri).Query;

    protected override void OnInitialized() => Follow(Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != (Asked, PageAsked))
        {
            await ReadAsync();
        }
    }

    private Task SearchAsync()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        return Navigation.GoToFirstPage() ? Task.CompletedTask : ReadAsync();
    }

    private Task ShowAllAsync()
    {
        (_text, _asked) = (null, null);
        return Navigation.DropFilters() ? Task.CompletedTask : ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var asked = (Asked, PageAsked);
        var page = await Register.PageAsync(asked.Item1, asked.Item2, Actor, Gone);
        if (reading == _reading)
        {
            (_page, _shown) = (page, asked);
        }
    }
}
