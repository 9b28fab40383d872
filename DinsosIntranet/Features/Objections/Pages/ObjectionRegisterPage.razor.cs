using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>The register of objections. Filters and page live in the address; what is searched for does not, because it names people.</summary>
public sealed partial class ObjectionRegisterPage
{
    private const int ShownLetters = 160;

    [Inject]
    public required ObjectionRegister Register { get; init; }

    [SupplyParameterFromQuery]
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Dari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sampai { get; set; }

    protected override ObjectionFilter Filter => ObjectionFilter.Of(Keadaan, Dari, Sampai) with { Text = Searched };

    private string CountText => IndonesianNumbers.Counted(Page?.Count, "keberatan");

    /// <summary>The file holds what the filters of the address admit; a search by name is not part of an address.</summary>
    private string ExportHref => ObjectionEndpoints.ExportPath + new Uri(Navigation.Uri).Query;

    protected override void OnInitialized() => Follow(Topic.Work);

    protected override Task<ObjectionRegisterRows> FindAsync(ObjectionFilter filter, int page, Actor actor) => Register.PageAsync(filter, page, actor, Gone);
}
