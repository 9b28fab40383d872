using System.Linq.Expressions;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Intake;

/// <summary>
/// Leaves out what belongs to requests the viewer is excluded from (<see cref="RequestExclusion"/>). Every read that lists,
/// counts or finds requests or what hangs on them goes through here. For whoever is excluded from nothing, and that is nearly
/// everybody, the query stays as it was.
/// </summary>
public static class RequestVisibility
{
    public static IQueryable<WorkItem> VisibleTo(this IQueryable<WorkItem> items, Actor viewer) => items.VisibleTo(viewer, w => w.Id);

    public static IQueryable<ServiceRequest> VisibleTo(this IQueryable<ServiceRequest> requests, Actor viewer) => requests.VisibleTo(viewer, r => r.Id);

    public static IQueryable<Letter> VisibleTo(this IQueryable<Letter> letters, Actor viewer) => letters.VisibleTo(viewer, l => l.RequestId);

    public static IQueryable<Disposition> VisibleTo(this IQueryable<Disposition> dispositions, Actor viewer) => dispositions.VisibleTo(viewer, d => d.RequestId);

    public static IQueryable<AgendaEntry> VisibleTo(this IQueryable<AgendaEntry> entries, Actor viewer) => entries.VisibleTo(viewer, a => a.RequestId);

    /// <summary>Somebody known only from requests the viewer must not know of is not known to them either.</summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> persons, DinsosDbContext db, Actor viewer)
    {
        if (viewer.ExcludedRequests.Count == 0)
        {
            return persons;
        }

        List<Guid> excluded = [.. viewer.ExcludedRequests];
        return persons.Where(p =>
            !db.ServiceRequests.Any(r => excluded.Contains(r.Id) && (r.ApplicantId == p.Id || r.SubjectId == p.Id))
            || db.ServiceRequests.Any(r => !excluded.Contains(r.Id) && (r.ApplicantId == p.Id || r.SubjectId == p.Id)));
    }

    /// <summary>Rows of any table that name the request they belong to.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Actor viewer, Expression<Func<T, Guid>> requestId)
    {
        if (viewer.ExcludedRequests.Count == 0)
        {
            return rows;
        }

        List<Guid> excluded = [.. viewer.ExcludedRequests];
        return rows.Where(Of(requestId, id => !excluded.Contains(id)));
    }

    /// <summary>As above where a row may belong to no request.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Actor viewer, Expression<Func<T, Guid?>> requestId)
    {
        if (viewer.ExcludedRequests.Count == 0)
        {
            return rows;
        }

        List<Guid> excluded = [.. viewer.ExcludedRequests];
        return rows.Where(Of(requestId, id => id == null || !excluded.Contains(id.Value)));
    }

    /// <summary>The condition asked of what <paramref name="value"/> gives.</summary>
    private static Expression<Func<T, bool>> Of<T, TValue>(Expression<Func<T, TValue>> value, Expression<Func<TValue, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(new Replacing(condition.Parameters[0], value.Body).Visit(condition.Body), value.Parameters);

    private sealed class Replacing(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
