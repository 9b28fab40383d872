using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>On the page of a request for information: the objections against it, and the way to a new one. Nothing on other requests.</summary>
public sealed partial class RequestObjections
{
    private ObjectionsOfRequest? _objections;
    private (Guid Request, object? Moment)? _read;

    [Inject]
    public required ObjectionQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    /// <summary>What the page read last; something else means that the request changed and is read again.</summary>
    [Parameter, EditorRequired]
    public required object Moment { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is null || _read is { } read && read.Request == RequestId && ReferenceEquals(read.Moment, Moment))
        {
            return;
        }

        _read = (RequestId, Moment);
        _objections = await Queries.OfRequestAsync(RequestId, Actor);
    }
}
