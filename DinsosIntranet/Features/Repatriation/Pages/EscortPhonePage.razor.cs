using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>
/// What an escort ticks on the way, on a phone that may have no connection. Static: a circuit would end with the connection.
/// It names nobody; js/jalan.js keeps the ticks until they were received.
/// </summary>
public sealed partial class EscortPhonePage
{
    private RepatriationView? _view;

    [Inject]
    public required RepatriationQueries Queries { get; init; }

    [Inject]
    public required ActorDirectory Actors { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [CascadingParameter]
    public AgencyLabel? Agency { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    private AgencyLabel AgencyName => Agency ?? AgencyLabel.Unnamed;

    protected override async Task OnInitializedAsync()
    {
        if (StaffClaims.Read(HttpContext.User) is { } claims && await Actors.FindAsync(claims, HttpContext.RequestAborted) is { } actor)
        {
            _view = await Queries.FindAsync(Id, actor, HttpContext.RequestAborted);
        }
    }
}
