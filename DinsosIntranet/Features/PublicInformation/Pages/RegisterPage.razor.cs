using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>
/// The register of requests for public information. Filters and page live in the address; what is searched for does not,
/// because it names people.
/// </summary>
public sealed partial class RegisterPage
{
    private const int ShownLetters = 160;

    [Inject]
    public required InformationRegister Register { get; init; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [SupplyParameterFromQuery]
    public string? Dari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sampai { get; set; }

    [SupplyParameterFromQuery]
    public string? Ditandai { get; set; }

    private DateOnly? From => AddressValues.Day(Dari);

    private DateOnly? Until => AddressValues.Day(Sampai);

    protected override RegisterFilter Filter => RegisterAddress.Filter(Status, Dari, Sampai, Ditandai) with { Text = Searched };

    private string CountText => IndonesianNumbers.Counted(Page?.Count, "permohonan informasi");

    /// <summary>The file holds what the filters of the address admit; a search by name is not part of an address.</summary>
    private string ExportHref => InformationEndpoints.ExportPath + new Uri(Navigation.Uri).Query;

    protected override void OnInitialized() => Follow(Topic.Work);

    protected override Task<InformationRegisterPage> FindAsync(RegisterFilter filter, int page, Actor actor) => Register.PageAsync(filter, page, actor, Gone);
}
