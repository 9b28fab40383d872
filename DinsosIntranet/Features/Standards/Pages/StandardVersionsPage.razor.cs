using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>Every standard: which version counts, what comes next, what still waits for a day.</summary>
public sealed partial class StandardVersionsPage
{
    public const string Address = "/pengaturan/standar";

    private StandardLines? _view;

    [Inject]
    public required StandardVersionQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>The index of settings is the administrator's; the head and the secretary come from the standards themselves.</summary>
    private string ParentHref => Actor?.Has(StaffRole.Administrator) == true ? "/pengaturan" : "/standar";

    private string ParentText => Actor?.Has(StaffRole.Administrator) == true ? "Pengaturan" : "Standar layanan";

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Standards);
        await ReadAsync();
    }

    protected override async Task ReadAsync() => _view = await Queries.ListAsync();
}
